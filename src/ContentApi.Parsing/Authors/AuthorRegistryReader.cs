using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Fields;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Authors;

/// <summary>
/// Reads a registry of authors: a mapping from keys to people, or a list of people that have their keys in them, in YAML, TOML
/// or JSON; or a file for each person. Where such files lie is the importer's to know.
/// </summary>
public sealed class AuthorRegistryReader
{
    private readonly DiagnosticBag _bag;
    private readonly Uri? _site;

    private AuthorRegistryReader(DiagnosticBag bag, Uri? site) => (_bag, _site) = (bag, site);

    /// <summary>Never throws: whatever the bytes are, the result says what became of them.</summary>
    /// <param name="filePath">Relative to the source folder, with <c>/</c> between segments; the extension tells the language, as of <see cref="DataFileReader"/>.</param>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="site">Where the site is, to which addresses that begin with <c>/</c> belong; null when nobody says.</param>
    public static AuthorRegistryReading Read(string filePath, ReadOnlyMemory<byte> content, Uri? site = null) =>
        Read(filePath, site, reader => reader.ReadFile(filePath, content.Span));

    /// <summary>Reads the file of one person: a data file, or the front matter of a page, of which only the page's import tells what is wrong. Never throws.</summary>
    /// <param name="filePath">Relative to the source folder, with <c>/</c> between segments.</param>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="key">The key that the name of the file gives; one in the file comes before it.</param>
    /// <param name="site">As of <see cref="Read(string, ReadOnlyMemory{byte}, Uri?)"/>.</param>
    public static AuthorRegistryReading ReadPerson(string filePath, ReadOnlyMemory<byte> content, string key, Uri? site = null) =>
        Read(filePath, site, reader => DataFileReader.Extensions.Contains(Path.GetExtension(filePath).ToLowerInvariant())
            ? reader.ReadPersonFile(filePath, content.Span, key)
            : reader.ReadPage(filePath, content, key));

    private static AuthorRegistryReading Read(string filePath, Uri? site, Func<AuthorRegistryReader, List<RegisteredAuthor>> read)
    {
        var bag = new DiagnosticBag(filePath);
        try
        {
            return new AuthorRegistryReading(read(new AuthorRegistryReader(bag, site)), bag.ToList());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A list of names must not stop an import, even when the fault is ours.
            bag.Error(DiagnosticCode.ParserFault, Place.Start, $"the parser failed on this file ({e.GetType().Name}: {e.Message}); file rejected", "Please report this with the file.");
            return new AuthorRegistryReading([], bag.ToList());
        }
    }

    private List<RegisteredAuthor> ReadPersonFile(string filePath, ReadOnlySpan<byte> bytes, string key)
    {
        if (ReadData(filePath, bytes) is not { } node)
            return [];
        if (node is MetaMap fields)
            return ReadPerson(FieldContext.TextOf(fields, "key", "slug", "id", "short_name") ?? key, fields, Place.Start) is { } person ? [person] : [];
        Refuse(node.Place, "the file of an author is no list of keys and values; file rejected");
        return [];
    }

    // The title of a page about a person is the name; the address of the page is not one of the person.
    private List<RegisteredAuthor> ReadPage(string filePath, ReadOnlyMemory<byte> content, string key)
    {
        if (FrontMatterFile.Read(filePath, content) is not { } page)
            return [];
        var fields = page.Map;
        var person = Make(FieldContext.TextOf(fields, "short_name", "key") ?? key, FieldContext.TextOf(fields, "display_name", "name", "title"), Place.Start);
        return person is null
            ? []
            : [With(person, fields, AuthorFields.UrlOf(fields) is { } url ? AuthorFields.HttpOf(url.Text, _site) : null, AuthorFields.AddressOrNull(AuthorFields.AvatarOf(fields)?.Text), ["short_name", "key", "title"])];
    }

    private List<RegisteredAuthor> ReadFile(string filePath, ReadOnlySpan<byte> bytes)
    {
        switch (ReadData(filePath, bytes))
        {
            case MetaMap map:
                return ReadMap(map);
            case MetaList list:
                return [.. list.Items.Select(ReadItem).OfType<RegisteredAuthor>()];
            case null or MetaScalar { IsNull: true }:
                return [];
            case { } node:
                Refuse(node.Place, "the list of authors is a single text; file rejected");
                return [];
        }
    }

    private MetaNode? ReadData(string filePath, ReadOnlySpan<byte> bytes)
    {
        var findings = new DiagnosticBag(filePath);
        if (DataFileReader.Read(filePath, bytes, findings, "the list of authors") is not { } node)
        {
            var cause = findings.ToList().First(x => x.Severity == DiagnosticSeverity.Error);
            Refuse(new Place(cause.Line, cause.Column), cause.Message);
            return null;
        }

        _bag.AddRange(findings);
        return node;
    }

    private void Refuse(Place place, string message) =>
        _bag.Error(DiagnosticCode.AuthorsUnreadable, place, message, "Until it is mended, articles show the keys of their authors.");

    private List<RegisteredAuthor> ReadMap(MetaMap map)
    {
        var people = new List<RegisteredAuthor>();
        var keys = new HashSet<string>();
        foreach (var entry in map.Entries)
        {
            var person = entry.Value switch
            {
                MetaMap fields => ReadPerson(entry.Key, fields, entry.Place),
                MetaScalar name => Make(entry.Key, name.IsNull ? null : name.Text, entry.Place),
                _ => null,
            };
            if (person is null)
                LeaveOut(entry.Place, $"the author '{DiagnosticBag.Show(entry.Key)}' has no fields");
            else if (!keys.Add(NameKey.Of(person.Key)))
                _bag.Warn(DiagnosticCode.DupKey, entry.Place, $"key '{DiagnosticBag.Show(entry.Key)}' appears twice; the last value counts");
            if (person is not null)
                people.Add(person);
        }

        return people;
    }

    private RegisteredAuthor? ReadItem(MetaNode item)
    {
        if (item is MetaMap fields && FieldContext.TextOf(fields, "key", "slug", "id") is { } key)
            return ReadPerson(key, fields, item.Place);
        LeaveOut(item.Place, "an author of the list has no key");
        return null;
    }

    private RegisteredAuthor? ReadPerson(string key, MetaMap fields, Place place) => Make(key, AuthorFields.NameOf(fields), place) is { } person
        ? With(person, fields, AuthorFields.ReadUrl(AuthorFields.UrlOf(fields), _site, _bag), AuthorFields.ReadAvatar(AuthorFields.AvatarOf(fields), _bag), ["key", "slug", "id", "short_name"])
        : null;

    private RegisteredAuthor With(RegisteredAuthor person, MetaMap fields, string? url, string? avatar, ReadOnlySpan<string> keys) => person with
    {
        Url = url,
        AvatarAddress = avatar,
        Bio = AuthorFields.BioOf(fields, _bag),
        Email = AuthorFields.EmailOf(fields, _bag),
        ParamsJson = AuthorFields.ParamsOf(fields, keys),
    };

    private RegisteredAuthor? Make(string key, string? name, Place place)
    {
        var shown = string.IsNullOrWhiteSpace(name) ? key : name;
        return string.IsNullOrWhiteSpace(key) ? null : new RegisteredAuthor
        {
            Key = key.Trim(),
            FilePath = _bag.Path,
            Name = FieldLimit.Apply(shown.ReplaceLineEndings(" ").Trim(), FieldLimit.Name, "author", place, _bag),
            Line = place.Line,
            Column = place.Column,
        };
    }

    private void LeaveOut(Place place, string what) => _bag.Warn(DiagnosticCode.BadAuthor, place, $"{what}; left out", "Write 'key: {name: …}'.");
}
