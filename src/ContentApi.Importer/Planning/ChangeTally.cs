namespace ContentApi.Importer.Planning;

/// <summary>Lists the first changes of each kind, and counts what a review has to know of all of them.</summary>
internal sealed class ChangeTally
{
    private readonly SortedDictionary<ArticleChangeKind, List<ArticleChange>> _articles = [];
    private readonly List<string> _ended = [];
    private readonly List<string> _hidden = [];
    private readonly List<string> _shown = [];
    private int _endedCount;
    private int _hiddenCount;
    private int _shownCount;

    public IReadOnlyList<ArticleChange> Articles => [.. _articles.SelectMany(x => x.Value)];

    public int Redirected { get; private set; }

    public PartialList Ended => new(_endedCount, _ended);

    public PartialList Hidden => new(_hiddenCount, _hidden);

    public PartialList Shown => new(_shownCount, _shown);

    public void Add(ArticleChange change)
    {
        if (!_articles.TryGetValue(change.Kind, out var list))
            _articles[change.Kind] = list = [];
        if (list.Count < ImportChanges.MaxListed)
            list.Add(change);
        if (change is { Kind: ArticleChangeKind.Removed, TakenBy: null })
            Count(ref _endedCount, _ended, change.Path);
        if (change.TakenBy is null && change.Fields.Any(x => x.Name == "path"))
            Redirected++;
        switch (change.Fields.FirstOrDefault(x => x.Name == "draft"))
        {
            case { After: "true" }:
                Count(ref _hiddenCount, _hidden, change.FilePath);
                break;
            case { After: "false" }:
                Count(ref _shownCount, _shown, change.FilePath);
                break;
        }
    }

    private static void Count(ref int count, List<string> first, string item)
    {
        count++;
        if (first.Count < ImportChanges.MaxListed)
            first.Add(item);
    }
}
