namespace ContentApi.Cli.Output;

/// <summary>Paths of findings for programs that look for the file from the working folder, as CI services do.</summary>
/// <param name="Root">Absolute path of the folder that <see cref="Of"/> starts from: the working folder when the content lies below it, else the content folder.</param>
/// <param name="Prefix">What leads from there to the content folder, with a slash at its end; empty when it is the same.</param>
internal sealed record FindingPath(string Root, string Prefix)
{
    /// <param name="folder">The content folder as the user wrote it.</param>
    /// <param name="current">The working folder.</param>
    public static FindingPath In(string folder, string current)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder, current));
        var relative = Printable.PathFrom(current, full);
        return Path.IsPathRooted(relative) ? new FindingPath(full, "") : new FindingPath(current, relative == "." ? "" : relative.Replace('\\', '/') + "/");
    }

    /// <param name="path">Of a finding, relative to the content folder.</param>
    public string Of(string path) => Prefix + path;
}
