using ContentApi.Parsing.Body;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Fields;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Authors;

/// <summary>
/// Reads a registry of authors: a mapping from keys to people, or a list of people that have their keys in them, in YAML, TOML
/// or JSON. Where such files lie is the importer's to know.
/// </summary>
public sealed class AuthorRegistryReader
{
    private readonly DiagnosticBag _bag;

    private AuthorRegistryReader(DiagnosticBag bag) => _bag = bag;

    /// <summary>Never throws: whatever the bytes are, the result says what became of them.</summary>
    /// <param name="filePath">Relative to the source folder, with <c>/</c> between segments; the extension tells the language, as of <see cref="DataFileReader"/>.</param>
    /// <param name="content">The bytes of the file.</param>
    public static AuthorRegistryReading Read(string filePath, ReadOnlyMemory<byte> content)
    {
        var bag = new DiagnosticBag(filePath);
        try
        {
            var people = new AuthorRegistryReader(bag).ReadFile(filePath, content.Span);
            return new AuthorRegistryReading(people, bag.ToList());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A list of names must not stop an import, even when the fault is ours.
            bag.Error(DiagnosticCode.ParserFault, Place.Start, $"the parser failed on this file ({e.GetType().Name}: {e.Message}); file rejected", "Please report this with the file.");
            return new AuthorRegistryReading([], bag.ToList());
        }
    }

    private List<RegisteredAuthor> ReadFile(string filePath, ReadOnlySpan<byte> bytes)
    {
        var findings = new DiagnosticBag(filePath);
        if (DataFileReader.Read(filePath, bytes, findings, "the list of authors") is not { } node)
        {
            var cause = findings.ToList().First(x => x.Severity == DiagnosticSeverity.Error);
            Refuse(new Place(cause.Line, cause.Column), cause.Message);
            return [];
        }

        _bag.AddRange(findings);
        switch (node)
        {
            case MetaMap map:
                return ReadMap(map);
            case MetaList list:
                return [.. list.Items.Select(ReadItem).OfType<RegisteredAuthor>()];
            case MetaScalar { IsNull: true }:
                return [];
            default:
                Refuse(node.Place, "the list of authors is a single text; file rejected");
                return [];
        }
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

    private RegisteredAuthor? ReadPerson(string key, MetaMap fields, Place place) => Make(key, FieldContext.TextOf(fields, "name", "display_name"), place) is { } person
        ? person with { Url = ReadUrl(fields), AvatarAddress = ReadAvatar(fields), Bio = AuthorFields.BioOf(fields, _bag) }
        : null;

    private RegisteredAuthor? Make(string key, string? name, Place place)
    {
        var shown = string.IsNullOrWhiteSpace(name) ? key : name;
        return string.IsNullOrWhiteSpace(key) ? null : new RegisteredAuthor
        {
            Key = key.Trim(),
            Name = FieldLimit.Apply(shown.ReplaceLineEndings(" ").Trim(), FieldLimit.Name, "author", place, _bag),
            Line = place.Line,
            Column = place.Column,
        };
    }

    private string? ReadUrl(MetaMap fields)
    {
        var url = AuthorFields.UrlOf(fields);
        if (url is null || WebAddress.IsHttp(url))
            return url;
        _bag.Warn(DiagnosticCode.BadAuthor, fields.Place, $"'{DiagnosticBag.Show(url)}' is no address of a web page; left out", "Write it in full: https://…");
        return null;
    }

    private string? ReadAvatar(MetaMap fields)
    {
        var written = AuthorFields.AvatarOf(fields);
        var avatar = AuthorFields.AddressOrNull(written);
        if (written is not null && avatar is null)
            _bag.Warn(DiagnosticCode.ImageDropped, fields.Place, $"'{DiagnosticBag.Show(written)}' is no address of an image; image left out");
        return avatar;
    }

    private void LeaveOut(Place place, string what) => _bag.Warn(DiagnosticCode.BadAuthor, place, $"{what}; left out", "Write 'key: {name: …}'.");
}
