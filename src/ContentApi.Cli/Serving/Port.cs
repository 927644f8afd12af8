using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ContentApi.Cli.Serving;

/// <summary>Tells whether a server can listen somewhere.</summary>
internal static class Port
{
    /// <summary>Reads the number of a port; 0 stands for any that is free.</summary>
    /// <exception cref="CommandFault">It is none.</exception>
    public static int Read(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
        ? port
        : throw new CommandFault($"The option --port takes a number from 0 to 65535, not '{text}'.");

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
