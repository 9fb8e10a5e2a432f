using System.Net;

namespace Gatehouse.Local;

/// <summary>Where each part of the world listens on 127.0.0.1, counted from one base port.</summary>
public sealed record Ports(int Base)
{
    public const int DefaultBase = 4560;

    public int Web => Base;

    public int Aws => Base + 1;

    public int GitHub => Base + 2;

    public int HttpApi => Base + 3;

    public int Moto => Base + 4;

    public int Runtime => Base + 5;

    public static Uri Address(int port) => new($"http://{IPAddress.Loopback}:{port}");
}
