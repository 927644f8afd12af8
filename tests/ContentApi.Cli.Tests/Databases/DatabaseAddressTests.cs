using ContentApi.Cli.Databases;
using CsCheck;
using Npgsql;

namespace ContentApi.Cli.Tests.Databases;

public sealed class DatabaseAddressTests
{
    private const string Encoded = "a character such as '/', '?', '#', '@' or '%' in a name or password is written percent-encoded ('@' as %40)";

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char[' ', '~'], 1, 12],
        Gen.String[Gen.OneOf(Gen.Char['\u00A1', '\u02FF'], Gen.Char['\u4E00', '\u9FFF'], Gen.OneOf(':', '/', '@', '?', '#', '%', '&', '=', '+', ';', '\'', '"', '\\', ' ')), 1, 12]);

    [Theory]
    [InlineData("postgres://localhost", "Host=localhost")]
    [InlineData("postgresql://localhost", "Host=localhost")]
    [InlineData("POSTGRES://localhost/", "Host=localhost")]
    [InlineData("  postgres://localhost/content\n", "Host=localhost;Database=content")]
    [InlineData("postgres://", "Host=localhost")]
    [InlineData("postgres:///content", "Database=content;Host=localhost")]
    [InlineData("postgres://me@db.example.org:6543/content", "Username=me;Host=db.example.org;Port=6543;Database=content")]
    [InlineData("postgres://me:secret@localhost:/content", "Username=me;Password=secret;Host=localhost;Database=content")]
    [InlineData("postgres://me:@localhost", "Username=me;Host=localhost")]
    [InlineData("postgres://me:a:b@localhost", "Username=me;Password=a:b;Host=localhost")]
    [InlineData("postgres://me:a@b@localhost", "Username=me;Password=a@b;Host=localhost")]
    [InlineData("postgres://me:p%40ss%2Fw%25rd@localhost/%E5%86%85%E5%AE%B9", "Username=me;Password=p@ss/w%rd;Host=localhost;Database=内容")]
    [InlineData("postgres://me:a+b@localhost", "Username=me;Password=a+b;Host=localhost")]
    [InlineData("postgres://[::1]/content", "Host=::1;Database=content")]
    [InlineData("postgres://[fe80::1%25eth0]:6543/content", "Host=fe80::1%eth0;Port=6543;Database=content")]
    [InlineData("postgres:///content?host=/var/run/postgresql", "Database=content;Host=/var/run/postgresql")]
    [InlineData("postgres://%2Fvar%2Frun%2Fpostgresql/content", "Host=/var/run/postgresql;Database=content")]
    [InlineData("postgres://a/b?host=c&port=1&user=d&password=e&dbname=f", "Host=c;Database=f;Port=1;Username=d;Password=e")]
    [InlineData("postgres://h/d?", "Host=h;Database=d")]
    [InlineData("postgres://h/d?sslmode=disable", "Host=h;Database=d;SSL Mode=Disable")]
    [InlineData("postgres://h/d?sslmode=require&channel_binding=require", "Host=h;Database=d;SSL Mode=Require;Channel Binding=Require")]
    [InlineData("postgres://h/d?sslmode=verify-full&sslrootcert=/etc/ca.pem", "Host=h;Database=d;SSL Mode=VerifyFull;Root Certificate=/etc/ca.pem")]
    [InlineData("postgres://h/d?sslmode=require&sslrootcert=/etc/ca.pem", "Host=h;Database=d;SSL Mode=VerifyCA;Root Certificate=/etc/ca.pem")]
    [InlineData("postgres://h/d?sslrootcert=system&sslmode=require", "Host=h;Database=d;SSL Mode=VerifyFull")]
    [InlineData("postgres://h/d?sslcert=c.pem&sslkey=k.pem&sslpassword=p", "Host=h;Database=d;SSL Certificate=c.pem;SSL Key=k.pem;SSL Password=p")]
    [InlineData("postgres://h/d?application_name=my%20blog&connect_timeout=3&options=-c%20jit%3Doff", "Host=h;Database=d;Application Name=my blog;Timeout=3;Options=-c jit=off")]
    [InlineData("Host=h;Database=d;Username=u;Password=p;SSL Mode=Require", "Host=h;Database=d;Username=u;Password=p;SSL Mode=Require")]
    [InlineData("Server=h;User Id=u;Pwd=\"a;b\"", "Host=h;Username=u;Password=\"a;b\"")]
    [InlineData("Database=d", "Database=d;Host=localhost")]
    public void Addresses_of_both_forms_are_read(string address, string expected)
    {
        var wanted = new NpgsqlConnectionStringBuilder(expected);
        wanted.ApplicationName ??= $"contentapi, process {Environment.ProcessId}";

        Assert.True(new NpgsqlConnectionStringBuilder(DatabaseAddress.Read(address, "--database")).EquivalentTo(wanted));
    }

    [Theory]
    [InlineData("", "it is neither a postgres:// address nor an Npgsql connection string such as Host=localhost;Database=content.")]
    [InlineData("mysql://u:secret@h/d", "it is neither a postgres:// address nor an Npgsql connection string such as Host=localhost;Database=content.")]
    [InlineData("localhost", "it is neither a postgres:// address nor an Npgsql connection string such as Host=localhost;Database=content.")]
    [InlineData("postgres://h/d?pgbouncer=true", "the parameter 'pgbouncer' is unknown; known are host, port, user, password, dbname, application_name, connect_timeout, options, sslmode, sslrootcert, sslcert, sslkey, sslpassword, channel_binding.")]
    [InlineData("postgres://h/d?SSLMODE=require", "the parameter 'SSLMODE' is unknown; known are host, port, user, password, dbname, application_name, connect_timeout, options, sslmode, sslrootcert, sslcert, sslkey, sslpassword, channel_binding.")]
    [InlineData("postgres://h/d?=secret", "a parameter is unknown; known are host, port, user, password, dbname, application_name, connect_timeout, options, sslmode, sslrootcert, sslcert, sslkey, sslpassword, channel_binding.")]
    [InlineData("postgres://h/d?sslmode=yes", "sslmode is one of disable, allow, prefer, require, verify-ca, verify-full.")]
    [InlineData("postgres://h/d?connect_timeout=soon", "connect_timeout is no number of seconds from 0 to 1024.")]
    [InlineData("postgres://h:99999/d", "the port is no number from 1 to 65535. An IPv6 host stands in brackets, as in [::1]:5432, and " + Encoded + ".")]
    [InlineData("postgres://u:secret/more@h/d", "the port is no number from 1 to 65535. An IPv6 host stands in brackets, as in [::1]:5432, and " + Encoded + ".")]
    [InlineData("postgres://::1/d", "the port is no number from 1 to 65535. An IPv6 host stands in brackets, as in [::1]:5432, and " + Encoded + ".")]
    [InlineData("postgres://[::1/d", "an IPv6 host stands in brackets, as in [::1]:5432.")]
    [InlineData("postgres://[::1]5432/d", "an IPv6 host stands in brackets, as in [::1]:5432.")]
    [InlineData("postgres://u:1?secret@h/d", Encoded + ".")]
    [InlineData("postgres://u:secret#more@h/d", Encoded + ".")]
    [InlineData("postgres://u:100%@h/d", "it holds a '%' that does not begin the code of a character; " + Encoded + ".")]
    [InlineData("postgres://u:%zz@h/d", "it holds a '%' that does not begin the code of a character; " + Encoded + ".")]
    [InlineData("postgres://u:%FF@h/d", "it holds a '%' that does not begin the code of a character; " + Encoded + ".")]
    [InlineData("postgres://u:a%00b@h/d", "it holds a '%' that does not begin the code of a character; " + Encoded + ".")]
    [InlineData("postgres://a,b/d", "it names several hosts; one is possible.")]
    [InlineData("postgres:///d?host=a,b", "it names several hosts; one is possible.")]
    [InlineData("Host=h;Sslmod=Require", "Npgsql has no keyword 'sslmod', or it does not take this value.")]
    [InlineData("Host=h;Port=many", "Npgsql has no keyword 'port', or it does not take this value.")]
    [InlineData("Host=h;Password=se;cret=x", "a keyword after the password is unknown to Npgsql or does not take its value; a password that holds ';' stands in double quotes.")]
    [InlineData("Host=h;Password=\"secret", "an Npgsql connection string is made of keyword=value pairs with ';' between them; a value that holds ';' stands in double quotes.")]
    [InlineData("host=localhost dbname=content", "the host name holds a space; the pairs of an Npgsql connection string have ';' between them.")]
    public void What_cannot_be_read_is_told_without_the_password(string address, string reason)
    {
        var fault = Assert.Throws<CommandFault>(() => DatabaseAddress.Read(address, "CONTENTAPI_DATABASE"));

        Assert.Equal($"The database address in CONTENTAPI_DATABASE cannot be read: {reason}", fault.Message);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("cret", fault.Message.Replace("secret", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_part_of_an_address_survives_its_escaping() =>
        Gen.Select(Text, Text, Text, Text, Gen.Int[1, 65535]).Sample((user, password, database, application, port) =>
        {
            var address = $"postgres://{Uri.EscapeDataString(user)}:{Uri.EscapeDataString(password)}@db.example.org:{port}/{Uri.EscapeDataString(database)}?application_name={Uri.EscapeDataString(application)}";
            var read = new NpgsqlConnectionStringBuilder(DatabaseAddress.Read(address, "--database"));
            return (read.Username, read.Password, read.Database, read.ApplicationName, read.Host, read.Port)
                == (user, password, database, application, "db.example.org", port);
        });

    [Fact]
    public void No_text_makes_the_reader_fail_in_another_way() =>
        Gen.Select(Gen.OneOf("postgres://", "postgresql://u:p@", "Host=h;", ""), Gen.String).Sample((start, rest) =>
        {
            try
            {
                DatabaseAddress.Read(start + rest, "--database");
            }
            catch (CommandFault)
            {
                // A sentence is what is wanted.
            }
        });
}
