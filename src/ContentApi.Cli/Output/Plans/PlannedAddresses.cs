using ContentApi.Importer.Planning;

namespace ContentApi.Cli.Output.Plans;

/// <summary>What becomes of the addresses that articles had.</summary>
internal sealed class PlannedAddresses
{
    private const string Field = "path";

    private readonly Dictionary<string, string> _files;

    /// <param name="changes">What an import would change.</param>
    public PlannedAddresses(ImportChanges changes)
    {
        _files = changes.Articles.Where(article => article.Kind != ArticleChangeKind.Removed).ToDictionary(article => article.Path, article => article.FilePath);
        Moved = [.. changes.Articles.Where(article => FormerOf(article) is not null)];
        Ended = [.. changes.Articles.Where(article => article.Kind == ArticleChangeKind.Removed && !_files.ContainsKey(article.Path)).Select(article => article.Path)];
    }

    /// <summary>Articles that get another address.</summary>
    public IReadOnlyList<ArticleChange> Moved { get; }

    /// <summary>Addresses at which nothing is found any more.</summary>
    public IReadOnlyList<string> Ended { get; }

    /// <summary>True for what the lines about the address tell already.</summary>
    public bool Tells(ArticleChange article, FieldChange field) => field.Name == Field || (field.Name == "slug" && FormerOf(article) is not null);

    /// <summary>The address that an article leaves; null when it stays.</summary>
    public string? FormerOf(ArticleChange article) => article.Fields.FirstOrDefault(field => field.Name == Field)?.Before;

    /// <summary>The file of the article that takes an address over; null when nobody does, and the address leads to the article that left it.</summary>
    public string? TakenBy(string address) => _files.GetValueOrDefault(address);
}
