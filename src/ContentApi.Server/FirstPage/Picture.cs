namespace ContentApi.Server.FirstPage;

/// <summary>An image of the content.</summary>
/// <param name="Origin">LOCAL or REMOTE.</param>
/// <param name="Url">Relative to the page when local.</param>
/// <param name="Alt">Null when there is none.</param>
public sealed record Picture(string Origin, string Url, string? Alt)
{
    /// <summary>True when this server has the file: the page asks no other for anything.</summary>
    public bool IsLocal => Origin == "LOCAL";
}
