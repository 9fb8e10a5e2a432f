using System.Net;
using Microsoft.Extensions.Logging.Console;

namespace Gatehouse.Local.Hosting;

/// <summary>One port of the world, on 127.0.0.1 only.</summary>
public static class Listener
{
    /// <summary>The largest body that any part takes before its own limit speaks: GitHub delivers up to 25 MB.</summary>
    private const long LargestBody = 64 * 1024 * 1024;

    public static async Task<WebApplication> StartAsync(int port, Action<WebApplication> map, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        // Functions wait for their next event on a request that never ends by itself.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(500));
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.ColorBehavior = LoggerColorBehavior.Disabled).SetMinimumLevel(LogLevel.Warning);

        var app = builder.Build();
        map(app);
        await app.StartAsync(cancellation);
        return app;
    }
}
