using System.Net;
using System.Net.Sockets;
using ContentApi.Cli.Arguments;
using Microsoft.AspNetCore.Http;

namespace ContentApi.Cli.Serving;

/// <summary>Reads the addresses that a server is to listen on.</summary>
internal static class ListenAddresses
{
    private const string Example = "http://127.0.0.1:8080";

    /// <summary>Reads the addresses and finds out that nobody listens there yet, which the server would tell with a stack trace.</summary>
    /// <param name="given">Addresses with <c>;</c> between them.</param>
    /// <exception cref="CommandFault">One of them is no address to listen on, or is taken.</exception>
    public static IReadOnlyList<string> Read(GivenValue given)
    {
        var addresses = given.Text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var address in addresses)
        {
            RequireFree(address, given);
        }

        return addresses.Length > 0 ? addresses : throw new CommandFault($"{given.Name} names no address: write {given.Write(Example)}.");
    }

    private static void RequireFree(string address, GivenValue given)
    {
        var binding = Parse(address);
        if (binding is not { Scheme: "http", PathBase: "", IsUnixPipe: false, IsNamedPipe: false })
        {
            throw new CommandFault($"'{address}' is no address to listen on: write {given.Write(Example)}. TLS and paths belong to a proxy in front of the server.");
        }

        // As Kestrel reads it: localhost is this machine, and any other name is every address of it.
        var host = binding.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(binding.Host, out var parsed) ? parsed : IPAddress.Any;
        switch (Port.FindObstacle(host, binding.Port))
        {
            case null:
                return;
            case { SocketErrorCode: SocketError.AddressAlreadyInUse }:
                throw new CommandFault($"Another program listens on {address}: stop that one, or choose another address with {given.Name} (port 0 picks a free one).");
            case var obstacle:
                throw new CommandFault($"Cannot listen on {address}: {obstacle.Message}. Choose another address with {given.Name}.");
        }
    }

    private static BindingAddress? Parse(string address)
    {
        try
        {
            return BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
