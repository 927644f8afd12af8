using System.Net;
using System.Net.Sockets;

namespace ContentApi.Cli.Serving;

/// <summary>Tells whether a server can listen somewhere.</summary>
internal static class Port
{
    /// <summary>Listens for a moment.</summary>
    /// <returns>Why it cannot be; null when it can.</returns>
    public static SocketException? FindObstacle(IPAddress host, int port)
    {
        try
        {
            using var socket = new Socket(host.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(host, port));
            socket.Listen();
            return null;
        }
        catch (SocketException obstacle)
        {
            return obstacle;
        }
    }
}
