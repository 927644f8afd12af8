namespace ContentApi.Importer.Planning;

/// <summary>What an import would change, found out without changing anything.</summary>
public sealed record ImportChanges
{
    /// <summary>How many articles are listed with what changes in them; of more it is only counted what becomes of their addresses and drafts; all are part of <see cref="Hash"/>.</summary>
    public const int MaxListed = 1_000;

    /// <summary>The articles, by kind, then by file; at most <see cref="MaxListed"/> of each kind.</summary>
    public required IReadOnlyList<ArticleChange> Articles { get; init; }

    /// <summary>Articles that get another address, to which the old one redirects.</summary>
    public required int Redirected { get; init; }

    /// <summary>Addresses at which nothing is found any more: those of removed articles that no other article takes.</summary>
    public required PartialList EndedAddresses { get; init; }

    /// <summary>Files of articles that become drafts, which readers do not see.</summary>
    public required PartialList NewDrafts { get; init; }

    /// <summary>Files of articles that were drafts and are none any more.</summary>
    public required PartialList EndedDrafts { get; init; }

    /// <summary>Articles that are made again because the settings or the version of the program changed, and look the same.</summary>
    public required int SameAgain { get; init; }

    /// <summary>Categories, tags and authors that are new.</summary>
    public required IReadOnlyList<NameChange> NewNames { get; init; }

    /// <summary>Categories, tags and authors that no article has any more.</summary>
    public required IReadOnlyList<NameChange> GoneNames { get; init; }

    /// <summary>Names that are spelled in several ways from now on, and are one.</summary>
    public required IReadOnlyList<NameChange> MergedNames { get; init; }

    /// <summary>Pictures of which the bytes change.</summary>
    public required IReadOnlyList<string> ChangedImages { get; init; }

    /// <summary>SHA-256 of all that would be written, in lower-case hexadecimal: two imports with the same one do the same.</summary>
    public required string Hash { get; init; }
}
