using ContentApi.GraphQL.Schema;
using ContentApi.GraphQL.Schema.Fields;
using CsCheck;
using Npgsql;

namespace ContentApi.GraphQL.Tests.Schema;

public sealed class GlobalIdTests(SampleDatabase database)
{
    [Fact]
    public void An_id_is_read_as_it_was_written() =>
        Gen.Select(Gen.OneOf("Article", "Category", "Author", "Tag", "Image"), Gen.Guid).Sample((type, key) =>
        {
            Assert.True(GlobalId.TryParse(new GlobalId(type, key).ToString(), out var read));
            Assert.Equal(new GlobalId(type, key), read);
        });

    [Fact]
    public void No_text_makes_reading_fail() =>
        Gen.OneOf(Gen.String, Gen.Byte.Array[0, 100].Select(Convert.ToBase64String)).Sample(text => Assert.Equal(GlobalId.TryParse(text, out var read), read is not null));

    [Fact]
    public Task The_database_writes_the_same_id() =>
        Gen.Select(Gen.OneOf("Article", "Category", "Author", "Tag", "Image"), Gen.Guid).SampleAsync(
            async (type, key) =>
            {
                await using var command = database.DataSource.CreateCommand($"select {GlobalIdSql.Write(type, "$1")}");
                command.Parameters.Add(new NpgsqlParameter { Value = key });

                Assert.Equal(new GlobalId(type, key).ToString(), await command.ExecuteScalarAsync());
            },
            iter: 50);
}
