using System.Globalization;
using System.Text;
using System.Text.Json;
using ContentApi.Server.Documents;
using CsCheck;

namespace ContentApi.Server.Tests.Documents;

/// <summary>What a page's JSON.stringify writes, to the letter: the texts on the right are those of Node.js.</summary>
public sealed class EcmaJsonTests
{
    private const string QuotedByLetter = "\b\t\n\f\r\"\\";

    [Theory]
    [InlineData("\"plain\"", "\"plain\"")]
    [InlineData(""" "a\/b" """, "\"a/b\"")]
    [InlineData(""" "<b>&'+`" """, "\"<b>&'+`\"")]
    [InlineData(""" "\u003c\u002B" """, "\"<+\"")]
    [InlineData(""" "\" \\ \b \t \n \f \r" """, """
        "\" \\ \b \t \n \f \r"
        """)]
    [InlineData(""" "\u0000\u0001\u000b\u001F\u007f\u0080" """, "\"\\u0000\\u0001\\u000b\\u001f\u007f\u0080\"")]
    [InlineData(""" "\u2028\u2029\ufeff\uffff" """, "\"\u2028\u2029\ufeff\uffff\"")]
    [InlineData(""" "平潮 é 😀 \ud83d\ude00" """, "\"平潮 é 😀 😀\"")]
    [InlineData("[ 1, 2.50 , -0, 0.0, 1e2, 1E+2 ]", "[1,2.5,0,0,100,100]")]
    [InlineData("[1e20, 1e21, 123456789012345678901234, 9007199254740993]", "[100000000000000000000,1e+21,1.2345678901234569e+23,9007199254740992]")]
    [InlineData("[0.000001, 0.0000001, 1.5e-7, -1.25e-300, 5e-324]", "[0.000001,1e-7,1.5e-7,-1.25e-300,5e-324]")]
    [InlineData("[0.1, 123.456, 1.7976931348623157e308, 1e400, -1e400]", "[0.1,123.456,1.7976931348623157e+308,null,null]")]
    [InlineData("[true, false, null, {}, []]", "[true,false,null,{},[]]")]
    [InlineData("""{ "b": 1, "a": { "d": [ ], "c": "x" } }""", """{"b":1,"a":{"d":[],"c":"x"}}""")]
    [InlineData("""{ "b": 1, "10": 2, "9": 3, "01": 4, "-1": 5, "4294967294": 6, "4294967295": 7, "0": 8 }""", """{"0":8,"9":3,"10":2,"4294967294":6,"b":1,"01":4,"-1":5,"4294967295":7}""")]
    public void JSON_is_written_as_ECMA_262_writes_it(string json, string written) => Assert.Equal(written, Write(json));

    // Attributes cannot hold half a pair.
    [Fact]
    public void Half_a_pair_is_escaped_in_small_letters()
    {
        (string Text, string Written)[] cases =
        [
            ("\ud800", "\"\\ud800\""),
            ("a\udfffb", "\"a\\udfffb\""),
            ("\udc00\ud800", "\"\\udc00\\ud800\""),
            ("\ud83d😀", "\"\\ud83d😀\""),
        ];
        foreach (var (text, written) in cases)
        {
            var quoted = new StringBuilder();
            EcmaJson.AppendString(quoted, text);
            Assert.Equal(written, quoted.ToString());
        }
    }

    // QuoteJSONString, section 25.5.2.3: nothing is escaped but these, each in the one way that is given for it.
    [Fact]
    public void Every_character_is_written_as_the_table_of_the_standard_says() => Gen.String[Gen.Char['\0', '\uffff'], 0, 30].Sample(text =>
    {
        var quoted = new StringBuilder();
        EcmaJson.AppendString(quoted, text);
        var expected = string.Concat(text.Select((unit, index) => unit switch
        {
            _ when QuotedByLetter.Contains(unit) => $"\\{"btnfr\"\\"[QuotedByLetter.IndexOf(unit, StringComparison.Ordinal)]}",
            _ when unit < 0x20 || IsHalf(text, index) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
            _ => unit.ToString(),
        }));
        Assert.Equal($"\"{expected}\"", quoted.ToString());
    });

    [Fact]
    public void Numbers_come_back_as_they_were_and_are_written_once_and_for_all() => Gen.Double.Sample(number =>
    {
        if (!double.IsFinite(number))
            return;
        var text = new StringBuilder();
        EcmaJson.AppendNumber(text, number);
        Assert.Equal(number, double.Parse(text.ToString(), CultureInfo.InvariantCulture));
        Assert.Equal(text.ToString(), Write(text.ToString()));
        Assert.Matches(@"^-?(0|[1-9]\d{0,20}|(0|[1-9]\d*)\.\d*[1-9]|[1-9](\.\d*[1-9])?e[+-][1-9]\d*)$", text.ToString());
    });

    private static bool IsHalf(string text, int index) =>
        char.IsSurrogate(text[index]) && !char.IsSurrogatePair(text, index) && !(index > 0 && char.IsSurrogatePair(text, index - 1));

    private static string Write(string json)
    {
        var text = new StringBuilder();
        EcmaJson.Append(text, JsonElement.Parse(json));
        return text.ToString();
    }
}
