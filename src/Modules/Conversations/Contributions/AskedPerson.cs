using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parelmuur.Kernel.People;

namespace Parelmuur.Conversations.Contributions;

/// <summary>A person to whom a question went.</summary>
internal sealed class AskedPerson
{
    private AskedPerson() { }

    public ContributionId Question { get; private set; }

    public PersonId Person { get; private set; }

    public static AskedPerson Of(Contribution question, PersonId person) => new() { Question = question.Id, Person = person };

    internal sealed class Mapping : IEntityTypeConfiguration<AskedPerson>
    {
        public void Configure(EntityTypeBuilder<AskedPerson> asked)
        {
            asked.ToTable("conversations_asked");
            asked.HasKey(each => new { each.Question, each.Person });
            asked.HasIndex(each => each.Person);
        }
    }
}
