namespace ContentApi.Parsing.Diagnostics;

/// <summary>Gathers the findings of one file.</summary>
internal sealed class DiagnosticBag(string path)
{
    // A hostile file can earn one finding per line; nobody reads more than these.
    private const int MaxItems = 100;

    private readonly List<Diagnostic> _items = [];

    public string Path => path;

    public bool HasErrors { get; private set; }

    public void Error(string code, Place place, string message, string? hint = null) =>
        Add(DiagnosticSeverity.Error, code, place, message, hint);

    public void Warn(string code, Place place, string message, string? hint = null) =>
        Add(DiagnosticSeverity.Warning, code, place, message, hint);

    public void Info(string code, Place place, string message, string? hint = null) =>
        Add(DiagnosticSeverity.Info, code, place, message, hint);

    /// <summary>Takes over the findings of an attempt that succeeded.</summary>
    public void AddRange(DiagnosticBag other)
    {
        foreach (var item in other._items)
            Add(item.Severity, item.Code, new Place(item.Line, item.Column), item.Message, item.Hint);
    }

    /// <summary>All findings by place; those of one place in the order of their making.</summary>
    public IReadOnlyList<Diagnostic> ToList() => _items.Count == 0 ? [] : [.. _items.OrderBy(d => d.Line).ThenBy(d => d.Column)];

    /// <summary>A value as a message shows it: one line, not too long.</summary>
    public static string Show(string value)
    {
        var line = value.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : Wellformed.Cut(line, 57) + "…";
    }

    private void Add(DiagnosticSeverity severity, string code, Place place, string message, string? hint)
    {
        HasErrors |= severity == DiagnosticSeverity.Error;
        if (_items.Count < MaxItems || severity == DiagnosticSeverity.Error)
            _items.Add(new Diagnostic(code, severity, path, place.Line, place.Column, message, hint));
    }
}
