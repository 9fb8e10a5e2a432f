using System.Text;
using Gatehouse.Register;

namespace Gatehouse.Tests.Register;

/// <summary>Writes registers as people write them, and reads them.</summary>
internal static class RegisterFixture
{
    public const string NoMembers = """{ "resource": [ { "aws_iam_group_membership": { "m": { "name": "m", "users": [], "group": "CrossAccountAccess" } } } ] }""";

    public const string Jane = """
        {
          "resource": [
            {
              "aws_iam_user": {
                "jane_doe": {
                  "name": "jane.doe@digital.cabinet-office.gov.uk",
                  "force_destroy": true
                }
              }
            }
          ]
        }
        """;

    public static string Members(string group, params string[] users) =>
        $$"""{ "resource": { "aws_iam_group_membership": { "{{group}}-m": { "name": "m", "users": [{{string.Join(", ", users.Select(user => $"\"{user}\""))}}], "group": "{{group}}" } } } }""";

    public static PeopleRegister Read(string users, string members = NoMembers) => RegisterReader.Read(Bytes(users), Bytes(members));

    public static IReadOnlyList<RegisterProblem> ProblemsOf(string users, string members = NoMembers) => ProblemsOf(Bytes(users), Bytes(members));

    public static IReadOnlyList<RegisterProblem> ProblemsOf(byte[] users, byte[] members) =>
        Should.Throw<RegisterUnreadableException>(() => RegisterReader.Read(users, members)).Problems;

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
