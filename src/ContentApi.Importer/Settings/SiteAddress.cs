namespace ContentApi.Importer.Settings;

/// <summary>What the address of a site says.</summary>
public static class SiteAddress
{
    // Hexo wrote yoursite.com, Jekyll yourdomain.com, and Hugo the last one into new sites; RFC 2606 keeps example.com and its like free.
    private static readonly string[] Placeholders = ["yoursite.com", "yourdomain.com", "replace-this-with-your-hugo-site.com"];

    /// <summary>True for an address that leads to no site of the author's: what a tool writes into every new one, or the machine itself.</summary>
    /// <param name="address">Absolute.</param>
    public static bool IsPlaceholder(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url.IsLoopback
            || url.Host.EndsWith(".localhost", StringComparison.Ordinal)
            || WithoutWww(url.Host) is var host && (host.StartsWith("example.", StringComparison.Ordinal) || Placeholders.Contains(host)));

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}
