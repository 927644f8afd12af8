namespace ContentApi.Parsing.Diagnostics;

/// <summary>The codes of all findings. Each has one meaning forever and a row in <c>schema/diagnostics.md</c>.</summary>
public static class DiagnosticCode
{
    /// <summary>A numeric date could be day first or month first; the article is left undated.</summary>
    public const string Ambiguous = "AMBIGUOUS";

    /// <summary>The registry of authors cannot be read.</summary>
    public const string AuthorsUnreadable = "AUTHORS_UNREADABLE";

    /// <summary>An author of the registry, or a field of one, was left out.</summary>
    public const string BadAuthor = "BAD_AUTHOR";

    /// <summary>A switch holds neither yes nor no.</summary>
    public const string BadBoolean = "BAD_BOOLEAN";

    /// <summary>A date is in no known shape or does not exist.</summary>
    public const string BadDate = "BAD_DATE";

    /// <summary>A value does not fit the type that its key is declared with.</summary>
    public const string BadField = "BAD_FIELD";

    /// <summary>The body is nested too deeply or has too many elements to be rendered.</summary>
    public const string BodyLimit = "BODY_LIMIT";

    /// <summary>The file belongs to the page of its folder and is none of its own.</summary>
    public const string BundleResource = "BUNDLE_RESOURCE";

    /// <summary>A date was read by inference: order of its parts, or seconds since 1970.</summary>
    public const string DateInferred = "DATE_INFERRED";

    /// <summary>A word stands for the time of the file, which is not read.</summary>
    public const string DateOfFile = "DATE_OF_FILE";

    /// <summary>A link leads to no file of the source that gives an article.</summary>
    public const string DeadLink = "DEAD_LINK";

    /// <summary>A second front-matter block follows the first.</summary>
    public const string DoubleFm = "DOUBLE_FM";

    /// <summary>Two registries tell of the same author.</summary>
    public const string DupAuthor = "DUP_AUTHOR";

    /// <summary>A key appears twice.</summary>
    public const string DupKey = "DUP_KEY";

    /// <summary>Another article of the source holds the path.</summary>
    public const string DupPath = "DUP_PATH";

    /// <summary>Another article of the source has the same slug.</summary>
    public const string DupSlug = "DUP_SLUG";

    /// <summary>The file holds nothing but white space.</summary>
    public const string EmptyFile = "EMPTY_FILE";

    /// <summary>The bytes are not UTF-8.</summary>
    public const string Encoding = "ENCODING";

    /// <summary>A folder of the site's tool holds Markdown files that are no articles.</summary>
    public const string FolderLeftOut = "FOLDER_LEFT_OUT";

    /// <summary>Elements nested too deeply lost their tags.</summary>
    public const string HtmlFlattened = "HTML_FLATTENED";

    /// <summary>Elements that may run code or load pages were removed from the HTML.</summary>
    public const string HtmlRemoved = "HTML_REMOVED";

    /// <summary>An image address cannot be used.</summary>
    public const string ImageDropped = "IMAGE_DROPPED";

    /// <summary>An image address holds a template placeholder.</summary>
    public const string ImageTemplate = "IMAGE_TEMPLATE";

    /// <summary>Front matter or a data file breaks JSON's rules.</summary>
    public const string JsonSyntax = "JSON_SYNTAX";

    /// <summary>A key that is itself a list or an object was left out.</summary>
    public const string KeyIgnored = "KEY_IGNORED";

    /// <summary>A front-matter block follows a comment and was not read.</summary>
    public const string LateFm = "LATE_FM";

    /// <summary>A symbolic link was not followed.</summary>
    public const string LinkIgnored = "LINK_IGNORED";

    /// <summary>Front matter or a data file in TOML or JSON is too long or nested too deeply.</summary>
    public const string MetaLimit = "META_LIMIT";

    /// <summary>An image address is no file of the folder.</summary>
    public const string MissingImage = "MISSING_IMAGE";

    /// <summary>The front matter has no opening fence.</summary>
    public const string NoOpenFence = "NO_OPEN_FENCE";

    /// <summary>The front matter is no list of keys and values.</summary>
    public const string NotAMapping = "NOT_A_MAPPING";

    /// <summary>The front matter has no title.</summary>
    public const string NoTitle = "NO_TITLE";

    /// <summary>A switch keeps the tool from writing a page, and the article from being public.</summary>
    public const string NotRendered = "NOT_RENDERED";

    /// <summary>NUL characters were removed.</summary>
    public const string Nul = "NUL";

    /// <summary>The parser itself failed on the file.</summary>
    public const string ParserFault = "PARSER_FAULT";

    /// <summary>The file has a password, for which it is kept back as a draft.</summary>
    public const string Password = "PASSWORD";

    /// <summary>The path of a file or an article is too long to be stored.</summary>
    public const string PathTooLong = "PATH_TOO_LONG";

    /// <summary>A pattern that paths are made with was not used.</summary>
    public const string PermalinkPattern = "PERMALINK_PATTERN";

    /// <summary>A script that gives values to articles was not run.</summary>
    public const string ScriptIgnored = "SCRIPT_IGNORED";

    /// <summary>The tool's own settings file cannot be read.</summary>
    public const string SiteConfigUnreadable = "SITE_CONFIG_UNREADABLE";

    /// <summary>Lone surrogates were replaced.</summary>
    public const string Surrogate = "SURROGATE";

    /// <summary>Tabs that indent were read as two spaces.</summary>
    public const string Tab = "TAB";

    /// <summary>A YAML type tag was ignored.</summary>
    public const string Tag = "TAG";

    /// <summary>A text with commas was read as several tags.</summary>
    public const string TagsSplit = "TAGS_SPLIT";

    /// <summary>The file is a template, not an article.</summary>
    public const string Template = "TEMPLATE";

    /// <summary>Front matter or a data file breaks TOML's rules.</summary>
    public const string TomlSyntax = "TOML_SYNTAX";

    /// <summary>The file is larger than an article may be.</summary>
    public const string TooLarge = "TOO_LARGE";

    /// <summary>A value was cut or left out because of its length.</summary>
    public const string TooLong = "TOO_LONG";

    /// <summary>The front matter has no closing fence.</summary>
    public const string Unclosed = "UNCLOSED";

    /// <summary>A file or folder cannot be read.</summary>
    public const string Unreadable = "UNREADABLE";

    /// <summary>The front matter is in a language that is not read.</summary>
    public const string UnsupportedFormat = "UNSUPPORTED_FORMAT";

    /// <summary>A block goes on behind the end of its first document, which alone was read.</summary>
    public const string YamlDocuments = "YAML_DOCUMENTS";

    /// <summary>The front matter is too large, too deep, or grows too much by aliases.</summary>
    public const string YamlLimit = "YAML_LIMIT";

    /// <summary>A value broke YAML's rules and was read as text.</summary>
    public const string YamlRepaired = "YAML_REPAIRED";

    /// <summary>The front matter breaks YAML's rules.</summary>
    public const string YamlSyntax = "YAML_SYNTAX";
}
