using Amazon.CDK;
using Gatehouse.Cdk;

// Analytics off: synth writes the same template wherever it runs, and the template holds nothing but what is used.
var app = new App(new AppProps { AnalyticsReporting = false });
try
{
    GatehouseApp.In(app);
    app.Synth();
    return 0;
}
catch (DeploymentSettingsException problems)
{
    await Console.Error.WriteLineAsync(problems.Message);
    return 1;
}
