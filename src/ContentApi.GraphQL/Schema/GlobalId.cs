using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ContentApi.GraphQL.Schema;

/// <summary>
/// A Relay global id: base64 of the type's name, a colon and the 16 bytes of the key. Opaque to clients. SQL writes
/// them , this class reads them.
/// </summary>
/// <param name="TypeName">Name of the object type.</param>
/// <param name="Key">Key of the row.</param>
public readonly record struct GlobalId(string TypeName, Guid Key)
{
    private const int KeyLength = 16;

    /// <summary>Reads an id; false when it is none that this server gives.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out GlobalId? id)
    {
        id = null;
        Span<byte> bytes = stackalloc byte[64];
        if (text.Length > 80 || !Convert.TryFromBase64String(text, bytes, out var length) || length <= KeyLength + 1)
        {
            return false;
        }

        var name = bytes[..(length - KeyLength)];
        if (name[^1] != (byte)':')
        {
            return false;
        }

        id = new GlobalId(Encoding.ASCII.GetString(name[..^1]), new Guid(bytes[(length - KeyLength)..length], bigEndian: true));
        return true;
    }

    /// <summary>Gives the id as clients see it.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[64];
        var length = Encoding.ASCII.GetBytes(TypeName + ":", bytes);
        Key.TryWriteBytes(bytes[length..], bigEndian: true, out var keyLength);
        return Convert.ToBase64String(bytes[..(length + keyLength)]);
    }
}
