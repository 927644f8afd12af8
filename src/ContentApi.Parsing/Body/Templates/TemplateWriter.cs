using System.Globalization;
using System.Text;

namespace ContentApi.Parsing.Body.Templates;

/// <summary>Puts the text together that Markdown sees, and remembers where its pieces come from.</summary>
internal sealed class TemplateWriter(string source)
{
    private readonly char _mark = ChooseMark(source);
    private readonly StringBuilder _text = new(source.Length);
    private readonly List<TemplateTag> _tags = [];
    private readonly List<(int Text, int Source)> _pieces = [];
    private int _copied;

    /// <summary>False when the source has every character that could be a mark: its tags then stay text.</summary>
    public bool CanMark => _mark != '\0';

    /// <summary>Writes a tag's placeholder in place of a piece of the source.</summary>
    public void Tag(int start, int end, TemplateTag tag)
    {
        _tags.Add(tag);
        Replace(start, end, string.Create(CultureInfo.InvariantCulture, $"{_mark}{_tags.Count - 1}{_mark}"));
    }

    /// <summary>Writes a text in place of a piece of the source; nothing for an empty text.</summary>
    public void Replace(int start, int end, string text)
    {
        start = Math.Max(start, _copied);   // what was replaced already stays
        CopyTo(start);
        _pieces.Add((_text.Length, start));
        _text.Append(text);
        _copied = Math.Max(end, _copied);
    }

    public TemplateText Finish(int firstLine)
    {
        if (_copied == 0 && _pieces.Count == 0)
            return new TemplateText(source, source, _mark, _tags, _pieces, firstLine);
        CopyTo(source.Length);
        return new TemplateText(source, _text.ToString(), _mark, _tags, _pieces, firstLine);
    }

    private void CopyTo(int end)
    {
        if (end <= _copied)
            return;
        _pieces.Add((_text.Length, _copied));
        _text.Append(source, _copied, end - _copied);
        _copied = end;
    }

    private static char ChooseMark(string source)
    {
        for (var mark = TemplateText.FirstMark; mark <= TemplateText.LastMark; mark++)
        {
            if (!source.Contains(mark) && !source.Contains(Uri.EscapeDataString(mark.ToString()), StringComparison.OrdinalIgnoreCase))
                return mark;
        }

        return '\0';
    }
}
