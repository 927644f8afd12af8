using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ContentApi.Parsing.Body.Templates;

/// <summary>Puts the text together that Markdown sees, and remembers where its pieces come from.</summary>
internal sealed class TemplateWriter(string source)
{
    private readonly char _mark = ChooseMark(source);
    private readonly StringBuilder _text = new();
    private readonly List<TemplateTag> _tags = [];
    private readonly List<(int Text, int Source)> _pieces = [];
    private string? _key;
    private int _copied;

    /// <summary>False when the source has every character that could be a mark: its tags then stay text.</summary>
    public bool CanMark => _mark != '\0';

    /// <summary>Writes a tag's placeholder in place of a piece of the source.</summary>
    public void Tag(int start, int end, TemplateTag tag)
    {
        _tags.Add(tag with { Offset = start });
        _key ??= KeyOf(source);
        Replace(start, end, string.Create(CultureInfo.InvariantCulture, $"{_mark}{_key}{_tags.Count - 1}{_mark}"));
    }

    /// <summary>Writes a text in place of a piece of the source; nothing for an empty text.</summary>
    public void Replace(int start, int end, string text)
    {
        start = Math.Max(start, _copied);   // what was replaced already stays
        if (_text.Capacity < source.Length)
            _text.EnsureCapacity(source.Length);
        CopyTo(start);
        _pieces.Add((_text.Length, start));
        _text.Append(text);
        _copied = Math.Max(end, _copied);
    }

    public TemplateText Finish(int firstLine)
    {
        if (_copied == 0 && _pieces.Count == 0)
            return new TemplateText(source, source, _mark, _key ?? "", _tags, _pieces, firstLine);
        CopyTo(source.Length);
        return new TemplateText(source, _text.ToString(), _mark, _key ?? "", _tags, _pieces, firstLine);
    }

    private void CopyTo(int end)
    {
        if (end <= _copied)
            return;
        _pieces.Add((_text.Length, _copied));
        _text.Append(source, _copied, end - _copied);
        _copied = end;
    }

    // Comes out of the whole text, so no text can hold its own: each change to write it in gives another. And unlike one by
    // chance it is the same each time.
    private static string KeyOf(string source)
    {
        var hash = SHA256.HashData(MemoryMarshal.AsBytes(source.AsSpan()));
        return BinaryPrimitives.ReadUInt64LittleEndian(hash).ToString("D20", CultureInfo.InvariantCulture);
    }

    private static char ChooseMark(string source)
    {
        var isEncoded = source.Contains('%');
        for (var mark = TemplateText.FirstMark; mark <= TemplateText.LastMark; mark++)
        {
            if (!source.Contains(mark) && (!isEncoded || !source.Contains(TemplateText.Encode(mark), StringComparison.OrdinalIgnoreCase)))
                return mark;
        }

        return '\0';
    }
}
