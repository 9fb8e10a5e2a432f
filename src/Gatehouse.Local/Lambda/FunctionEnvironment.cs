using System.Diagnostics;
using System.Globalization;

namespace Gatehouse.Local.Lambda;

/// <summary>How a function's process is started: what Lambda gives it, and the two variables that only the local world sets.</summary>
public static class FunctionEnvironment
{
    public static ProcessStartInfo For(World world, FunctionConfiguration function, string instance)
    {
        var start = new ProcessStartInfo(world.Directories.Bootstrap)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(world.Directories.Bootstrap),
        };
        start.Environment.Clear();
        foreach (var (name, value) in function.Environment) start.Environment[name] = value;
        foreach (var (name, value) in Lambdas(world, function, instance)) start.Environment[name] = value;
        start.Environment["AWS_ENDPOINT_URL"] = world.Aws.ToString().TrimEnd('/');
        start.Environment["GATEHOUSE_CLOCK_FILE"] = world.Directories.Clock;
        return start;
    }

    private static Dictionary<string, string> Lambdas(World world, FunctionConfiguration function, string instance) => new()
    {
        ["AWS_LAMBDA_RUNTIME_API"] = $"127.0.0.1:{world.Ports.Runtime}/{instance}",
        ["AWS_LAMBDA_FUNCTION_NAME"] = function.Name,
        ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemoryMegabytes.ToString(CultureInfo.InvariantCulture),
        ["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{function.Name}",
        ["AWS_LAMBDA_LOG_STREAM_NAME"] = instance,
        ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
        ["AWS_EXECUTION_ENV"] = "AWS_Lambda_provided.al2023",
        ["AWS_REGION"] = function.Region,
        ["AWS_DEFAULT_REGION"] = function.Region,
        ["AWS_ACCESS_KEY_ID"] = "ASIALOCALWORLD000000",
        ["AWS_SECRET_ACCESS_KEY"] = "local",
        ["AWS_SESSION_TOKEN"] = "local",
        ["_HANDLER"] = function.Handler,
        ["LAMBDA_TASK_ROOT"] = Path.GetDirectoryName(world.Directories.Bootstrap)!,
        ["TZ"] = ":UTC",
        ["LANG"] = "en_US.UTF-8",
        ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
        ["HOME"] = Path.GetTempPath(),
    };
}
