using System.Diagnostics.CodeAnalysis;

namespace ContentApi.Parsing.Authors;

/// <summary>The people of a source, by the keys that articles name them by. Safe for use by several threads.</summary>
public sealed class AuthorRegistry
{
    /// <summary>The registry of a source without one.</summary>
    public static readonly AuthorRegistry Empty = new([]);

    private readonly Dictionary<string, RegisteredAuthor> _byKey = [];
    private readonly Dictionary<string, RegisteredAuthor> _byName = [];
    private readonly HashSet<string> _avatars = [];

    /// <param name="people">In the order of the file; of those with one key the last counts.</param>
    public AuthorRegistry(IEnumerable<RegisteredAuthor> people)
    {
        foreach (var person in people)
            _byKey[NameKey.Of(person.Key)] = person;
        foreach (var person in _byKey.Values)
        {
            _byName.TryAdd(NameKey.Of(person.Name), person);
            if (person.AvatarAddress is { } avatar)
                _avatars.Add(avatar);
        }

        People = [.. _byKey.Values];
    }

    /// <summary>Each key once; keys are compared without case.</summary>
    public IReadOnlyList<RegisteredAuthor> People { get; }

    /// <summary>Fills in what an article leaves out about an author.</summary>
    /// <param name="written">The author as the article has it; the name may be a key.</param>
    /// <param name="key">The key, when the article gives it beside a name.</param>
    /// <returns>The same author when the registry does not know the person.</returns>
    public ParsedAuthor Complete(ParsedAuthor written, string? key = null)
    {
        if (!TryFind(key ?? written.Name, out var person))
            return written;
        var isCalledByKey = key is null && NameKey.Of(written.Name) == NameKey.Of(person.Key);
        return written with
        {
            Name = isCalledByKey ? person.Name : written.Name,
            Url = written.Url ?? person.Url,
            AvatarAddress = written.AvatarAddress ?? person.AvatarAddress,
            Bio = written.Bio ?? person.Bio,
            Email = written.Email ?? person.Email,
            ParamsJson = written.ParamsJson ?? person.ParamsJson,
        };
    }

    /// <summary>True when it is the portrait of one of the people.</summary>
    public bool HasAvatar(string address) => _avatars.Contains(address);

    /// <summary>True for the key or the name of a person.</summary>
    public bool Knows(string text) => TryFind(text, out _);

    private bool TryFind(string text, [NotNullWhen(true)] out RegisteredAuthor? person)
    {
        var name = NameKey.Of(text);
        return _byKey.TryGetValue(name, out person) || _byName.TryGetValue(name, out person);
    }
}
