namespace ContentApi.Cli.Serving;

/// <summary>Reads the addresses that a server listens on.</summary>
internal static class ListenAddresses
{
    /// <param name="text">Addresses with <c>;</c> between them.</param>
    /// <exception cref="CommandFault">One of them is no address to listen on.</exception>
    public static IReadOnlyList<string> Read(string text)
    {
        var addresses = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var address in addresses)
        {
            // * and + stand for every address of the machine, and are no host to the reader of addresses.
            var isAddress = Uri.TryCreate(address.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url);
            if (!isAddress || url!.Scheme != Uri.UriSchemeHttp || url.PathAndQuery != "/")
            {
                throw new CommandFault(
                    $"'{address}' is no address to listen on: write --urls http://127.0.0.1:8080. TLS and paths belong to a proxy in front of the server.");
            }
        }

        return addresses.Length > 0 ? addresses : throw new CommandFault("--urls names no address: write --urls http://127.0.0.1:8080.");
    }
}
