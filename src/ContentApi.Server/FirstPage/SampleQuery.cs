namespace ContentApi.Server.FirstPage;

/// <summary>A query to click.</summary>
/// <param name="Title">What it is for, in a few words.</param>
/// <param name="Text">What it shows, in a sentence.</param>
/// <param name="Document">The GraphQL document.</param>
public sealed record SampleQuery(string Title, string Text, string Document)
{
    /// <summary>The IDE with the query filled in, relative to the page.</summary>
    public string Href => $"graphql?query={Uri.EscapeDataString(Document)}";
}
