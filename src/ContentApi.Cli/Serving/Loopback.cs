using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ContentApi.Cli.Serving;

/// <summary>The address of <c>dev</c>, which only this machine can reach.</summary>
internal static class Loopback
{
    /// <summary>Finds out early that a port is taken: what comes before the server may take minutes.</summary>
    /// <param name="port">0 for any.</param>
    /// <exception cref="CommandFault">Nothing can listen there.</exception>
    public static void RequireFree(int port)
    {
        const string Remedy = "choose another port with --port (0 picks a free one)";
        switch (Port.FindObstacle(IPAddress.Loopback, port))
        {
            case null:
                return;
            case { SocketErrorCode: SocketError.AddressAlreadyInUse }:
                throw new CommandFault($"Port {port} is taken by another program: stop that one, or {Remedy}.");
            case var obstacle:
                throw new CommandFault($"Cannot listen on port {port}: {obstacle.Message}; {Remedy}.");
        }
    }

    public static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}
