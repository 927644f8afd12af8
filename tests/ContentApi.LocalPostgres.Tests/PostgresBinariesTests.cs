namespace ContentApi.LocalPostgres.Tests;

public sealed class PostgresBinariesTests
{
    private static readonly PostgresBinaries Fourteen = new("/usr/lib/postgresql/14/bin", 14);
    private static readonly PostgresBinaries Fifteen = new("/usr/lib/postgresql/15/bin", 15);
    private static readonly PostgresBinaries Seventeen = new("/usr/lib/postgresql/17/bin", 17);

    [Fact]
    public void A_new_cluster_takes_the_newest_version() =>
        Assert.Same(Seventeen, PostgresBinaries.Choose([Fifteen, Seventeen, Fourteen], dataMajor: null, "/data"));

    [Fact]
    public void A_cluster_is_opened_by_the_version_that_wrote_it() =>
        Assert.Same(Fifteen, PostgresBinaries.Choose([Seventeen, Fifteen], dataMajor: 15, "/data"));

    [Fact]
    public void A_cluster_whose_version_is_gone_is_left_alone()
    {
        var fault = Assert.Throws<LocalPostgresException>(() => PostgresBinaries.Choose([Seventeen], dataMajor: 15, "/data"));

        Assert.Equal(
            "The data in /data were written by PostgreSQL 15, and 17 is installed: install PostgreSQL 15, or delete that folder to start anew.",
            fault.Message);
    }

    [Fact]
    public void Without_a_server_the_user_is_told_what_to_install()
    {
        var fault = Assert.Throws<LocalPostgresException>(() => PostgresBinaries.Choose([], dataMajor: null, "/data"));

        Assert.StartsWith("PostgreSQL 15 or newer is not installed: install its server, with ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_server_is_named_and_not_taken()
    {
        var fault = Assert.Throws<LocalPostgresException>(() => PostgresBinaries.Choose([Fourteen], dataMajor: null, "/data"));

        Assert.StartsWith(
            "PostgreSQL 15 or newer is not installed (found: 14 in /usr/lib/postgresql/14/bin): install ", fault.Message, StringComparison.Ordinal);
    }
}
