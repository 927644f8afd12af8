namespace ContentApi.Parsing;

/// <summary>What a file is for.</summary>
public enum ArticleKind
{
    /// <summary>A post, listed by date.</summary>
    Article,

    /// <summary>A page of the site (layout or type says page, about, index …), found by look-up.</summary>
    Page,
}
