namespace ContentApi.Parsing;

/// <summary>How an article uses an image.</summary>
public enum ImageRole
{
    /// <summary>The picture at the head of the article.</summary>
    Cover,

    /// <summary>The small picture of a list.</summary>
    Thumbnail,

    /// <summary>In the body.</summary>
    Inline,

    /// <summary>In a list of pictures of the front matter.</summary>
    Gallery,

    /// <summary>A portrait of an author.</summary>
    Avatar,
}
