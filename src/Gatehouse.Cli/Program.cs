using Gatehouse.Cli;
using Gatehouse.Cli.Output;

return await Commands.RunAsync(args, Screen.OfProcess);
