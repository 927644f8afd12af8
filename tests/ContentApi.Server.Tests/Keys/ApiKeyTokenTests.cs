using System.Text.RegularExpressions;
using ContentApi.Server.Keys;
using CsCheck;

namespace ContentApi.Server.Tests.Keys;

public sealed partial class ApiKeyTokenTests
{
    [Fact]
    public void A_token_is_read_as_what_it_was_made_from() => Gen.Select(Gen.Guid, Gen.Byte.Array[32]).Sample((id, secret) =>
    {
        var token = ApiKeyToken.TryRead(new ApiKeyToken(id, secret).Reveal())!;

        Assert.Equal(id, token.Id);
        Assert.Equal(secret, token.Secret.ToArray());
    });

    [Fact]
    public void Every_token_has_the_shape_that_scanners_look_for() =>
        Gen.Select(Gen.Guid, Gen.Byte.Array[32]).Sample((id, secret) => Assert.Matches(Shape(), new ApiKeyToken(id, secret).Reveal()));

    [Fact]
    public void A_token_with_one_other_character_is_none()
    {
        var text = ApiKeyToken.Create().Reveal();

        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Char).Where(change => text[change.Item1] != change.Item2).Sample((place, character) =>
            Assert.Null(ApiKeyToken.TryRead($"{text[..place]}{character}{text[(place + 1)..]}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("contentapi_")]
    [InlineData("contentapi_0000000000000000000000_0000000000000000000000000000000000000000000000000")]
    [InlineData("contentapi_zzzzzzzzzzzzzzzzzzzzzz_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln")]
    public void What_was_never_given_is_none(string text) => Assert.Null(ApiKeyToken.TryRead(text));

    [Fact]
    public void No_text_makes_the_reader_fail() => Gen.String.Sample(text => Assert.Null(ApiKeyToken.TryRead(text)));

    [Fact]
    public void Two_tokens_have_nothing_in_common_and_their_hashes_are_of_the_secret_alone()
    {
        var (one, other) = (ApiKeyToken.Create(), ApiKeyToken.Create());

        Assert.NotEqual(one.Id, other.Id);
        Assert.NotEqual(one.Hash(), other.Hash());
        Assert.Equal(one.Hash(), new ApiKeyToken(other.Id, one.Secret).Hash());
        Assert.Equal(32, one.Hash().Length);
    }

    [Fact]
    public void Printed_by_mistake_a_token_shows_its_id_alone()
    {
        var token = ApiKeyToken.Create();

        Assert.Equal($"contentapi_{ApiKeyToken.WriteId(token.Id)}_…", $"{token}");
        Assert.StartsWith($"contentapi_{ApiKeyToken.WriteId(token.Id)}_", token.Reveal(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_has_one_way_to_be_written() => Gen.Guid.Sample(id =>
    {
        var text = ApiKeyToken.WriteId(id);

        Assert.Equal(id, ApiKeyToken.TryReadId(text));
        Assert.Null(ApiKeyToken.TryReadId(text + "0"));
        Assert.Null(ApiKeyToken.TryReadId("0" + text));
        Assert.Null(ApiKeyToken.TryReadId(text.AsSpan(1)));
    });

    // 128 bits end before the last number that 22 characters can write.
    [Fact]
    public void A_number_too_great_for_an_id_is_none() => Assert.Null(ApiKeyToken.TryReadId(new string('z', 22)));

    [GeneratedRegex(@"\Acontentapi_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}\z")]
    private static partial Regex Shape();
}
