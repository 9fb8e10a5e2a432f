using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Tests.House;

/// <summary>Keeps what the functions write to standard output, log lines and metrics alike, through the logger that is deployed.</summary>
internal sealed class LinesLogged : IDisposable
{
    private readonly StringWriter output = new();
    private readonly LoggerFactory factory;

    public LinesLogged()
    {
        factory = new LoggerFactory([new JsonLinesLogger(output, new FakeClock())]);
        Metrics = new Metrics(output, new FakeClock());
    }

    public Metrics Metrics { get; }

    public string Text => output.ToString();

    public ILogger<T> For<T>() => factory.CreateLogger<T>();

    public void Dispose()
    {
        factory.Dispose();
        output.Dispose();
    }
}
