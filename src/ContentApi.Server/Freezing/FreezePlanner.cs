using System.Text.Json;
using ContentApi.GraphQL;
using ContentApi.Server.Documents;

namespace ContentApi.Server.Freezing;

/// <summary>Reads what there is to freeze, and finds what is wrong with it before a database is asked.</summary>
/// <param name="folder">Where the documents and their sets of variables lie.</param>
internal sealed class FreezePlanner(string folder)
{
    private const string ListExtension = ".variables.json";

    private static readonly JsonDocumentOptions JsonOptions = new() { AllowDuplicateProperties = false };

    private readonly List<FreezeFinding> _skipped = [];
    private readonly List<FreezeFinding> _findings = [];

    /// <summary>Reads everything.</summary>
    /// <param name="documents">The documents of the folder.</param>
    /// <exception cref="ArgumentException">A file cannot be read; the message is for people.</exception>
    public FreezePlan Plan(TrustedDocuments documents)
    {
        var all = documents.All.ToList();
        var freezable = all.Select(Read).OfType<FreezableDocument>().ToList();
        FindOrphans(all.Select(document => document.Name).ToHashSet(StringComparer.Ordinal));
        return new FreezePlan(freezable, _skipped, _findings);
    }

    private FreezableDocument? Read(TrustedDocument document)
    {
        var file = document.Name + TrustedDocuments.Extension;
        if (document.Name.Split('/').Any(part => part is "" or "." or ".."))
        {
            _findings.Add(new(file, "Its name cannot stand in an address: rename it."));
            return null;
        }

        IReadOnlyList<OperationOutline> operations;
        try
        {
            operations = OperationOutline.ReadAll(document.Text);
        }
        catch (FormatException fault)
        {
            _findings.Add(new(file, fault.Message));
            return null;
        }

        _skipped.AddRange(operations.Where(operation => !operation.IsQuery)
            .Select(operation => new FreezeFinding(file, $"{operation.Name ?? "What has no name"} is a {operation.Kind}: only queries are frozen.")));
        var queries = operations.Where(operation => operation.IsQuery).ToList();
        if (queries.Exists(query => query.Name is null))
        {
            // A front end tells operations by their names, too, and an address without one could be that of variables.
            _findings.Add(new(file, "The query has no name, and its address needs one: write 'query Name' in front of it."));
            return null;
        }

        return queries.Count == 0 ? null : WithVariables(new FreezableDocument { Document = document, Queries = queries });
    }

    private FreezableDocument? WithVariables(FreezableDocument document)
    {
        var (list, query) = ($"{document.Document.Name}{ListExtension}", $"{document.Document.Name}{TrustedDocuments.VariablesExtension}");
        switch (File.Exists(Path.Combine(folder, list)), File.Exists(Path.Combine(folder, query)))
        {
            case (true, true):
                _findings.Add(new(document.File, $"{list} and {query} both say for which variables it is frozen: keep one of them."));
                return null;
            case (true, false):
                return ReadList(document with { VariablesFile = list });
            case (false, true):
                return document with { VariablesFile = query, Query = TrustedDocuments.ReadFile(Path.Combine(folder, query)) };
            default:
                RequireNone(document, list, query);
                return document;
        }
    }

    private void RequireNone(FreezableDocument document, string list, string query)
    {
        foreach (var operation in document.Queries.Where(operation => operation.Variables.Any(variable => variable.IsRequired)))
        {
            var names = operation.Variables.Where(variable => variable.IsRequired).Select(variable => variable.Name).ToList();
            _findings.Add(new(
                document.File,
                $"{operation.Name} requires {string.Join(" and ", names.Select(name => $"${name}"))}, and nothing says for which values it is frozen: "
                + $"write {list}, an array of objects such as {{ {string.Join(", ", names.Select(name => $"\"{name}\": …"))} }}, "
                + $"or {query}, a query whose nodes are such objects."));
        }
    }

    private FreezableDocument? ReadList(FreezableDocument document)
    {
        var file = document.VariablesFile!;
        var before = _findings.Count;
        IReadOnlyList<JsonElement> listed = [];
        try
        {
            var json = JsonElement.Parse(TrustedDocuments.ReadFile(Path.Combine(folder, file)), JsonOptions);
            if (json.ValueKind == JsonValueKind.Array)
                listed = [.. json.EnumerateArray()];
            else
                _findings.Add(new(file, "It is no array of objects."));
        }
        catch (JsonException fault)
        {
            _findings.Add(new(file, $"It is not JSON: {fault.Message}"));
        }

        var fitting = new HashSet<OperationOutline>();
        foreach (var (index, variables) in listed.Index())
        {
            fitting.UnionWith(VariableFit.Find(document.Queries, variables, out var fault));
            if (fault is not null)
                _findings.Add(new(file, $"[{index}] {fault}."));
        }

        if (listed.Count > 0 && _findings.Count == before && document.Queries.FirstOrDefault(query => !fitting.Contains(query) && query.Variables.Any(variable => variable.IsRequired)) is { } without)
            _findings.Add(new(file, $"Nothing in it fits {without.Name}, which requires variables."));
        return _findings.Count == before ? document with { Listed = listed } : null;
    }

    // A mistyped name would otherwise go unnoticed where the variables are not required.
    private void FindOrphans(HashSet<string> names)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.variables.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            var extension = new[] { ListExtension, TrustedDocuments.VariablesExtension }.FirstOrDefault(end => name.EndsWith(end, StringComparison.Ordinal));
            if (extension is not null && !names.Contains(name[..^extension.Length]))
                _findings.Add(new(name, $"There is no document {name[..^extension.Length]}{TrustedDocuments.Extension} beside it."));
        }
    }
}
