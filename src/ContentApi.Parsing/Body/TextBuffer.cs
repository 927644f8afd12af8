using System.Buffers;

namespace ContentApi.Parsing.Body;

/// <summary>Gathers a text in memory that is used again and again, so that a body costs no more than the texts that are kept of it.</summary>
/// <param name="capacity">Characters that are likely to come.</param>
internal sealed class TextBuffer(int capacity) : IDisposable
{
    // Memory of longer texts, which are few, goes back to the system.
    private const int MaxKept = 1024 * 1024;

    private char[] _characters = ArrayPool<char>.Shared.Rent(capacity);

    public int Length { get; private set; }

    /// <summary>What was appended so far; not to be used after the next call.</summary>
    public ReadOnlySpan<char> Written => _characters.AsSpan(0, Length);

    public TextBuffer Append(ReadOnlySpan<char> text)
    {
        if (text.Length > _characters.Length - Length)
            Grow(text.Length);
        text.CopyTo(_characters.AsSpan(Length));
        Length += text.Length;
        return this;
    }

    public TextBuffer Append(char character)
    {
        if (Length == _characters.Length)
            Grow(1);
        _characters[Length++] = character;
        return this;
    }

    public override string ToString() => Written.ToString();

    public void Dispose()
    {
        Release();
        (_characters, Length) = ([], 0);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(Length + count, _characters.Length * 2));
        Written.CopyTo(larger);
        Release();
        _characters = larger;
    }

    private void Release()
    {
        if (_characters.Length is > 0 and <= MaxKept)
            ArrayPool<char>.Shared.Return(_characters);
    }
}
