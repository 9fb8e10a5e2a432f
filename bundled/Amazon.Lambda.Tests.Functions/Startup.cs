using System.Diagnostics.CodeAnalysis;
using Amazon.Lambda.Annotations;
using Microsoft.Extensions.DependencyInjection;

namespace Amazon.Lambda.Tests.Functions;

[LambdaStartup]
public sealed class Startup
{
    [SuppressMessage("Performance", "CA1822", Justification = "The generated code calls it on an instance.")]
    public void ConfigureServices(IServiceCollection services)
    {
        if (Environment.GetEnvironmentVariable("SAMPLE_STARTUP") == "fails") throw new StartupRefusedException("nothing is ready");

        services.AddSingleton<Greeter>();
        services.AddScoped<Visit>();
    }
}
