namespace ContentApi.Parsing.FrontMatter;

/// <summary>The languages of front matter and of data files.</summary>
internal enum MetaFormat
{
    Yaml,

    Toml,

    Json,

    /// <summary>The members of a JSON object without the braces around them.</summary>
    JsonMembers,

    /// <summary>A language that is not read, such as the JavaScript behind <c>---js</c>.</summary>
    Unsupported,
}
