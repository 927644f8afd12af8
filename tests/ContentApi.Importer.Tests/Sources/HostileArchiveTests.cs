using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using ContentApi.Importer.Sources;
using ContentApi.TestSupport;
using CsCheck;

namespace ContentApi.Importer.Tests.Sources;

/// <summary>Archives that mean harm, or are damaged. Of none of them is anything left.</summary>
public sealed class HostileArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("../evil.md", "which leads out of its folder with '..'")]
    [InlineData("a/../../evil.md", "which leads out of its folder with '..'")]
    [InlineData("a/..", "which leads out of its folder with '..'")]
    [InlineData("/etc/evil.md", "which is an absolute path")]
    [InlineData("C:/evil.md", "which begins with a drive letter")]
    [InlineData("c:evil.md", "which begins with a drive letter")]
    [InlineData("..\\evil.md", "which has a backslash in its name")]
    [InlineData("a\\b.md", "which has a backslash in its name")]
    [InlineData("\uFFFD.md", "which has a name that is not UTF-8: pack it with a program that writes UTF-8, such as 7-Zip or zip")]
    public void Names_that_lead_elsewhere(string name, string reason)
    {
        foreach (var archive in (string[])["a.zip", "a.tar", "a.tgz"])
            Assert.Equal($"holds '{name}', {reason}", Refuse(TestArchive.Write(_folder[archive], ("good.md", "A"), (name, "B"))));
        Assert.False(File.Exists(_folder["evil.md"]));
    }

    [Fact]
    public void Names_that_are_too_long()
    {
        var part = new string('é', 128);
        var path = string.Concat(Enumerable.Repeat("a/", 1000)) + "a.md";
        foreach (var archive in (string[])["a.zip", "a.tar"])
        {
            Assert.Equal($"holds '{part}', which has a name of more than 255 bytes", Refuse(TestArchive.Write(_folder[archive], (part, "A"))));
            Assert.Equal($"holds '{path[..200]}…', which has a path of more than 2000 bytes", Refuse(TestArchive.Write(_folder[archive], (path, "A"))));
        }
    }

    [Fact]
    public void A_NUL_in_a_name()
    {
        var archive = TestArchive.Write(_folder["a.zip"], ("aXb.md", "A"));
        var bytes = File.ReadAllBytes(archive);
        for (var i = 0; i < bytes.Length - 3; i++)
        {
            if (bytes.AsSpan(i).StartsWith("aXb"u8))
                bytes[i + 1] = 0;
        }

        File.WriteAllBytes(archive, bytes);

        Assert.Equal("holds 'a\uFFFDb.md', which has a NUL in its name", Refuse(archive));
    }

    [Theory]
    [InlineData("a.md", "a.md")]
    [InlineData("a.md", "./a.md")]
    [InlineData("b/a.md", "b//a.md")]
    public void Files_that_are_there_twice(string first, string second)
    {
        foreach (var archive in (string[])["a.zip", "a.tar"])
            Assert.Equal($"holds '{second}', which is there twice", Refuse(TestArchive.Write(_folder[archive], (first, "A"), (second, "B"))));
    }

    [Theory]
    [InlineData("a", "a/b.md", "which is both a file and a folder")]
    [InlineData("a/b.md", "a", "which is there twice")]
    public void Files_that_are_folders_too(string first, string second, string reason)
    {
        foreach (var archive in (string[])["a.zip", "a.tar"])
            Assert.Equal($"holds '{second}', {reason}", Refuse(TestArchive.Write(_folder[archive], (first, "A"), (second, "B"))));
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink, "is a link: pack the archive without links, or import the folder or repository itself")]
    [InlineData(TarEntryType.HardLink, "is a link: pack the archive without links, or import the folder or repository itself")]
    [InlineData(TarEntryType.CharacterDevice, "is neither a file nor a folder")]
    [InlineData(TarEntryType.BlockDevice, "is neither a file nor a folder")]
    [InlineData(TarEntryType.Fifo, "is neither a file nor a folder")]
    public void What_is_no_file_in_a_tar_archive(TarEntryType type, string reason)
    {
        var entry = new PaxTarEntry(type, "passwords.md");
        if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            entry.LinkName = "/etc/passwd";
        using (var file = File.Create(_folder["a.tar"]))
            TestArchive.WriteTar(file, TestArchive.File("a.md", "A"), entry);

        Assert.Equal($"holds 'passwords.md', which {reason}", Refuse(_folder["a.tar"]));
    }

    [Theory]
    [InlineData(0xA1FF, "is a link: pack the archive without links, or import the folder or repository itself")]
    [InlineData(0x21B6, "is neither a file nor a folder")]
    [InlineData(0x11B6, "is neither a file nor a folder")]
    public void What_is_no_file_in_a_zip_archive(int mode, string reason)
    {
        using (var file = File.Create(_folder["a.zip"]))
            TestArchive.WriteZip(file, ("passwords.md", entry => entry.ExternalAttributes = mode << 16, "/etc/passwd"));

        Assert.Equal($"holds 'passwords.md', which {reason}", Refuse(_folder["a.zip"]));
    }

    [Fact]
    public void An_encrypted_file()
    {
        var archive = TestArchive.Write(_folder["a.zip"], ("a.md", "A"));
        var bytes = File.ReadAllBytes(archive);
        bytes[6] |= 1;                                                  // general purpose flag of the file
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;     // and of the directory
        File.WriteAllBytes(archive, bytes);

        Assert.Equal("holds 'a.md', which is encrypted", Refuse(archive));
    }

    [Fact]
    public void A_file_that_is_not_what_its_checksum_says()
    {
        var archive = _folder["a.zip"];
        using (var file = File.Create(archive))
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Create);
            using var content = zip.CreateEntry("a.md", CompressionLevel.NoCompression).Open();
            content.Write("tea"u8);
        }

        var bytes = File.ReadAllBytes(archive);
        bytes[bytes.AsSpan().IndexOf("tea"u8)] = (byte)'s';
        File.WriteAllBytes(archive, bytes);

        Assert.Equal("holds 'a.md', which is damaged", Refuse(archive));
    }

    [Fact]
    public void Ten_gigabytes_of_zeros()
    {
        const string Bomb = "unpacks to more than 1,073,741,824 bytes, as bombs do: unpack it yourself and import the folder, if that is meant";
        var zeros = Compress(new byte[64 << 20]);
        using (var file = File.Create(_folder["a.tgz"]))
        {
            // Members of a gzip file follow each other.
            foreach (var name in (string[])["a.md", "b.md"])
            {
                file.Write(Compress(Header(name, '0', 5L << 30)));
                for (var i = 0; i < 80; i++)
                    file.Write(zeros);
            }
        }

        Assert.InRange(new FileInfo(_folder["a.tgz"]).Length, 1 << 20, 10 << 20);
        Assert.Equal(Bomb, Refuse(_folder["a.tgz"]));
    }

    [Fact]
    public void A_file_that_says_itself_that_it_is_too_much_is_not_begun()
    {
        File.WriteAllBytes(_folder["a.tar"], [.. Header("a.md", '0', 5L << 30), .. new byte[1024]]);

        Assert.StartsWith("unpacks to more than 1,073,741,824 bytes, as bombs do", Refuse(_folder["a.tar"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_checksum_of_gzip_that_is_wrong()
    {
        var bytes = File.ReadAllBytes(TestArchive.Write(_folder["a.tgz"], ("a.md", "A")));
        bytes[^8] ^= 1;
        File.WriteAllBytes(_folder["a.tgz"], bytes);

        Assert.Equal("is damaged or cut off", Refuse(_folder["a.tgz"]));
    }

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.tgz")]
    public void Many_files_that_are_too_much_together_are_refused_when_the_bound_is_reached(string name)
    {
        (string, string)[] files = [.. Enumerable.Range(0, 20).Select(i => ($"{i}.md", new string(' ', 1_000)))];

        Assert.StartsWith("unpacks to more than 10,000 bytes, as bombs do", Refuse(TestArchive.Write(_folder[name], files), new ArchiveLimits(10_000, 100)), StringComparison.Ordinal);
        Assert.Null(TryRefuse(_folder[name], new ArchiveLimits(20_000, 20)));
    }

    [Fact]
    public void A_zip_archive_that_lies_about_the_size_of_a_file_gives_no_more_than_it_says()
    {
        var archive = TestArchive.Write(_folder["a.zip"], ("a.md", new string(' ', 100_000)));
        var bytes = File.ReadAllBytes(archive);
        var directory = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), 10);
        File.WriteAllBytes(archive, bytes);

        Assert.Equal("holds 'a.md', which is damaged", Refuse(archive, new ArchiveLimits(1_000, 10)));
    }

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.tar")]
    public void More_files_and_folders_than_are_allowed(string name)
    {
        var flat = TestArchive.Write(_folder[name], [.. Enumerable.Range(0, 11).Select(i => ($"{i}.md", ""))]);
        Assert.Equal("holds more than 10 files and folders", Refuse(flat, new ArchiveLimits(1_000_000, 10)));

        // Folders that are not named take room too.
        var deep = TestArchive.Write(_folder[name], ("1/2/3/4/5/6/7/8/9/10/a.md", ""));
        Assert.Equal("holds more than 10 files and folders", Refuse(deep, new ArchiveLimits(1_000_000, 10)));
        Assert.Null(TryRefuse(deep, new ArchiveLimits(1_000_000, 11)));
    }

    [Fact]
    public void A_zip_archive_that_lies_about_the_number_of_its_files()
    {
        var archive = TestArchive.Write(_folder["a.zip"], [.. Enumerable.Range(0, 11).Select(i => ($"{i}.md", ""))]);
        var bytes = File.ReadAllBytes(archive);
        bytes[^14] = bytes[^12] = 1;   // of this disk, and in all
        File.WriteAllBytes(archive, bytes);

        Assert.Equal("holds more than 10 files and folders", Refuse(archive, new ArchiveLimits(1_000_000, 10)));
        Assert.Equal("is damaged or cut off", Refuse(archive));
    }

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.tar")]
    public void Names_that_would_fill_the_memory(string name)
    {
        // The names of folders around a file are kept too.
        var archive = TestArchive.Write(_folder[name], [.. Enumerable.Range(0, 20).Select(i => ($"{new string('é', 40)}/{i:00}{new string('x', 40)}", ""))]);
        const int All = 80 + (20 * (80 + 1 + 42));

        Assert.Equal("holds names of more than 2,000 bytes", Refuse(archive, new ArchiveLimits(1_000_000, 1_000, 2_000)));
        Assert.Equal($"holds names of more than {All - 1:N0} bytes", Refuse(archive, new ArchiveLimits(1_000_000, 1_000, All - 1)));
        Assert.Null(TryRefuse(archive, new ArchiveLimits(1_000_000, 1_000, All)));
    }

    [Fact]
    public void What_a_zip_archive_says_of_its_files_would_fill_the_memory()
    {
        using (var file = File.Create(_folder["a.zip"]))
            TestArchive.WriteZip(file, [.. Enumerable.Range(0, 3).Select(i => ($"{i}.md", (Action<ZipArchiveEntry>?)(x => x.Comment = new string('x', 1_000)), ""))]);

        Assert.Equal("holds names of more than 3,000 bytes", Refuse(_folder["a.zip"], new ArchiveLimits(1_000_000, 1_000, 3_000)));
        Assert.Null(TryRefuse(_folder["a.zip"], new ArchiveLimits(1_000_000, 1_000, 3_100)));
    }

    [Fact]
    public void A_zip_archive_whose_other_end_is_a_decoy_is_counted_by_the_one_that_is_read()
    {
        // The end record has everything; the other one, for large archives, names a directory of nothing.
        var whole = File.ReadAllBytes(TestArchive.Write(_folder["a.zip"], [.. Enumerable.Range(0, 11).Select(i => ($"{i}.md", ""))]));
        var end = whole.Length - 22;
        File.WriteAllBytes(_folder["a.zip"], [.. whole[..end], .. End64(directory: end), .. Locator(end), .. whole[end..]]);

        Assert.Equal("holds more than 10 files and folders", Count(_folder["a.zip"], 10));
        Assert.Null(Count(_folder["a.zip"], 11));
        Assert.Null(TryRefuse(_folder["a.zip"], new ArchiveLimits(1_000_000, 11)));
    }

    [Theory]
    [InlineData(4, 0, 0)]
    [InlineData(8, 0, 0)]
    [InlineData(16, 0, 0)]
    [InlineData(4, 4, 0)]
    [InlineData(8, 4, 0)]
    [InlineData(16, 4, 0)]
    [InlineData(8, 0, ushort.MaxValue)]
    public void A_zip_archive_whose_other_end_counts_is_counted_by_it(int fields, int gap, int comment)
    {
        // The directory that the end record names holds one file; the one that counts is named by the other end. .NET looks for the locator a little further up, too.
        TestArchive.Write(_folder["one.zip"], ("1.md", ""));
        var one = File.ReadAllBytes(_folder["one.zip"]);
        var whole = File.ReadAllBytes(TestArchive.Write(_folder["a.zip"], [.. Enumerable.Range(0, 11).Select(i => ($"{i}.md", ""))]));
        var end = whole.Length - 22;
        var (directory, decoy) = (whole.AsSpan().IndexOf("PK\u0001\u0002"u8), one.AsSpan().IndexOf("PK\u0001\u0002"u8));
        byte[] last = [.. whole[end..], .. new byte[comment]];
        BitConverter.TryWriteBytes(last.AsSpan(20), (ushort)comment);
        BitConverter.TryWriteBytes(last.AsSpan(16), end + 1);
        last.AsSpan(fields, 4).Fill(0xFF);
        byte[] bytes = [.. whole[..end], 0, .. one[decoy..^22], .. End64(directory, count: 11), .. Locator(end + 1 + one.Length - 22 - decoy), .. new byte[gap], .. last];
        File.WriteAllBytes(_folder["a.zip"], bytes);

        Assert.Equal(gap == 0 ? "holds more than 10 files and folders" : "The other end of the directory is not where it should be.", Count(_folder["a.zip"], 10));
        Assert.Equal(gap == 0 ? null : "is damaged or cut off", TryRefuse(_folder["a.zip"], new ArchiveLimits(1_000_000, 11)));
    }

    [Fact]
    public void A_header_that_would_fill_the_memory()
    {
        // The extended attributes of the next file take 1 GB, or so it says.
        File.WriteAllBytes(_folder["a.tgz"], [.. Compress(Header("x", 'x', 1 << 30)), .. Compress(new byte[10 << 20])]);

        Assert.Equal("has a header of more than 1,048,576 bytes", Refuse(_folder["a.tgz"]));
    }

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.tar")]
    [InlineData("a.tgz")]
    public void Archives_that_are_cut_off(string name)
    {
        var random = new Random(1);
        var text = string.Concat(Enumerable.Range(0, 2_000).Select(_ => (char)random.Next('a', 'z')));
        var whole = File.ReadAllBytes(TestArchive.Write(_folder[name], ("a.md", text), ("b.md", text)));

        // Behind the two empty blocks at the end of a tar archive, and the checksum of gzip, nothing is missing.
        foreach (var length in Enumerable.Range(1, 40).Select(i => i * (whole.Length - 1_100) / 40))
        {
            File.WriteAllBytes(_folder[name], whole[..length]);
            Assert.Equal((length, "is damaged or cut off"), (length, Refuse(_folder[name])));
        }
    }

    [Fact]
    public void What_is_no_archive()
    {
        foreach (var name in (string[])["a.zip", "a.tar", "a.tgz"])
        {
            File.WriteAllText(_folder[name], "---\ntitle: A\n---\n");
            Assert.Equal((name, "is damaged or cut off"), (name, Refuse(_folder[name])));
            File.WriteAllText(_folder[name], "");
            Assert.Equal((name, "is empty"), (name, Refuse(_folder[name])));
        }
    }

    [Fact]
    public void A_damaged_archive_is_read_or_refused()
    {
        var archives = ((string[])["a.zip", "a.tar", "a.tgz"]).Select(x => (Name: x, Bytes: File.ReadAllBytes(TestArchive.Write(_folder[x], ("a.md", "A"), ("b/c.md", new string('x', 700)))))).ToArray();
        var limits = new ArchiveLimits(1_000_000, 1_000);
        Gen.Select(Gen.Int[0, 2], Gen.Select(Gen.Int[0, 10_000], Gen.Byte).Array[1, 8]).Sample(
            (which, changes) =>
            {
                var bytes = archives[which].Bytes.ToArray();
                foreach (var (place, value) in changes)
                    bytes[place % bytes.Length] = value;
                using var own = new TemporaryFolder();
                File.WriteAllBytes(own[archives[which].Name], bytes);
                _ = TryRefuse(own[archives[which].Name], limits, own["cache"]);
            },
            iter: 500);
    }

    // Why there are too many entries, before .NET has made an object of any; null when there are not.
    private static string? Count(string archive, int limit)
    {
        using var stream = File.OpenRead(archive);
        return Record.Exception(() => ZipDirectory.EnsureWithin(stream, new ArchiveLimits(1_000_000, limit)))?.Message;
    }

    // APPNOTE 4.3.14.
    private static byte[] End64(long directory, long count = 0)
    {
        var end = new byte[56];
        "PK\u0006\u0006"u8.CopyTo(end);
        BitConverter.TryWriteBytes(end.AsSpan(4), 44L);
        BitConverter.TryWriteBytes(end.AsSpan(24), count);
        BitConverter.TryWriteBytes(end.AsSpan(32), count);
        BitConverter.TryWriteBytes(end.AsSpan(48), directory);
        return end;
    }

    // APPNOTE 4.3.15.
    private static byte[] Locator(long end64)
    {
        var locator = new byte[20];
        "PK\u0006\u0007"u8.CopyTo(locator);
        BitConverter.TryWriteBytes(locator.AsSpan(8), end64);
        locator[16] = 1;
        return locator;
    }

    // POSIX.1, "ustar Interchange Format".
    private static byte[] Header(string name, char type, long length)
    {
        var header = new byte[512];
        Encoding.ASCII.GetBytes(name).CopyTo(header, 0);
        foreach (var place in (int[])[100, 108, 116])
            "0000644\0"u8.CopyTo(header.AsSpan(place));
        Encoding.ASCII.GetBytes(Convert.ToString(length, 8).PadLeft(11, '0')).CopyTo(header, 124);
        header[156] = (byte)type;
        "ustar\u000000"u8.CopyTo(header.AsSpan(257));
        header.AsSpan(148, 8).Fill((byte)' ');
        Encoding.ASCII.GetBytes(Convert.ToString(header.Sum(x => x), 8).PadLeft(6, '0')).CopyTo(header, 148);
        header[154] = 0;
        return header;
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return memory.ToArray();
    }

    private string Refuse(string archive, ArchiveLimits? limits = null) => TryRefuse(archive, limits) ?? throw new InvalidOperationException("It was not refused.");

    // The sentence without what is the same in all of them; null when the archive was unpacked.
    private string? TryRefuse(string archive, ArchiveLimits? limits = null, string? cache = null)
    {
        using var slot = CacheSlot.Take(cache ?? _folder["cache"], "database", SourceAddress.Read(archive));
        try
        {
            ArchiveUnpacker.Unpack(archive, slot, limits ?? ArchiveLimits.Of(archive), TestContext.Current.CancellationToken).Delete();
            return null;
        }
        catch (ImportRefusedException e)
        {
            Assert.Equal(["lock"], Directory.GetFileSystemEntries(slot.Folder).Select(Path.GetFileName));
            return e.Message.Replace($"The archive {archive} ", "", StringComparison.Ordinal).Replace("; nothing of it was imported.", "", StringComparison.Ordinal).Replace(" Make or fetch it again.", "", StringComparison.Ordinal);
        }
    }
}
