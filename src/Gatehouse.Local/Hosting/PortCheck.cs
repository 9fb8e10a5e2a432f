using System.Net;
using System.Net.Sockets;

namespace Gatehouse.Local.Hosting;

/// <summary>Looks before anything starts, so that a busy port is one clear sentence.</summary>
public static class PortCheck
{
    public static void Free(Ports ports)
    {
        if (ports.Base < 1 || ports.Runtime > IPEndPoint.MaxPort)
            throw new WorldException($"There is no port {(ports.Base < 1 ? ports.Base : ports.Runtime)}. The world takes {ports.Base} to {ports.Runtime}: choose a first port of 1024 to {IPEndPoint.MaxPort - 5}, as in `./dev up --port 5400`.");
        foreach (var port in new[] { ports.Web, ports.Aws, ports.GitHub, ports.HttpApi, ports.Moto, ports.Runtime })
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
            }
            catch (SocketException)
            {
                throw new WorldException($"Port {port} is busy. The world takes {ports.Web} to {ports.Runtime}: choose another first port with `--port`, as in `./dev up --port {ports.Base + 100}`, or end the world that is running with `./dev down`.");
            }
        }
    }
}
