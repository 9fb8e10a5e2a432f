using Amazon.CDK;

namespace Gatehouse.Cdk;

/// <summary>The stacks of one deployment.</summary>
public static class GatehouseApp
{
    /// <summary>Describes them from the app's context: <c>gatehouse</c> holds the settings, <c>artefact</c> may name another folder than <c>artifacts/lambda</c>.</summary>
    /// <exception cref="DeploymentSettingsException">A setting is wrong, or the functions' executable was not published.</exception>
    public static void In(App app)
    {
        var settings = DeploymentSettings.From(app.Node.TryGetContext(DeploymentSettings.ContextKey));
        var artefact = app.Node.TryGetContext("artefact") as string ?? Path.Combine("artifacts", "lambda");
        if (!File.Exists(Path.Combine(artefact, "bootstrap")))
            throw new DeploymentSettingsException([$"{Path.Combine(artefact, "bootstrap")} does not exist: publish the functions first with ./dev publish."]);

        var home = new GatehouseStack(app, settings, artefact);
        var global = new GlobalEventsStack(app, settings);
        // Not before there is a bus to forward to.
        global.AddDependency(home);
        _ = new MemberAccountStack(app, settings);
    }
}
