using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal sealed class ContentStateRowConfiguration : IEntityTypeConfiguration<ContentStateRow>
{
    public void Configure(EntityTypeBuilder<ContentStateRow> builder)
    {
        builder.ToTable("content_state", table => table.HasCheckConstraint("ck_content_state_one_row", "id = 1"));
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasData(new ContentStateRow { Id = 1, Version = 0, UpdatedAt = DateTimeOffset.UnixEpoch });
    }
}
