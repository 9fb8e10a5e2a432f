using System.Collections.Specialized;
using System.Globalization;
using System.Text;

namespace Gatehouse.Tests.Aws;

/// <summary>What the IAM in memory says about all of its users at once, and about a key by its id alone.</summary>
internal static class IamOverview
{
    /// <summary>So old is a report before IAM makes another.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(4);

    private const string Header =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,"
        + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
        + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service";

    private const string NoKey = "false,N/A,N/A,N/A,N/A";

    /// <summary>Makes a report, where the last is not younger than four hours.</summary>
    public static string MakeReport(IamInMemory iam)
    {
        var now = iam.Clock.GetUtcNow();
        if (iam.Report is not { } last || now - last.Made >= Kept)
        {
            var root = $"<root_account>,arn:aws:iam::111122223333:root,2020-01-01T00:00:00+00:00,not_supported,N/A,not_supported,not_supported,true,{(iam.RootKey ? $"true,{Time(now.AddDays(-500))},N/A,N/A,N/A" : NoKey)},{NoKey}";
            iam.Report = (now, string.Join('\n', [Header, root, .. iam.Users.Select(user => Row(user.Key, user.Value))]));
        }

        return "<State>COMPLETE</State>";
    }

    public static string Report(IamInMemory iam)
    {
        var (made, csv) = iam.Report ?? throw new IamActionInMemory.Refusal("ReportNotPresent");
        return $"<Content>{Convert.ToBase64String(Encoding.UTF8.GetBytes(csv))}</Content><ReportFormat>text/csv</ReportFormat><GeneratedTime>{made:yyyy-MM-ddTHH:mm:ssZ}</GeneratedTime>";
    }

    public static string LastUse(IamInMemory iam, NameValueCollection form)
    {
        var id = form["AccessKeyId"]!;
        var (name, user) = iam.Users.FirstOrDefault(user => user.Value.Of("key").Contains(id));
        return user switch
        {
            null => throw new IamActionInMemory.Refusal("NoSuchEntity"),
            _ when user.UsedAt.TryGetValue(id, out var at) => $"<UserName>{name}</UserName><AccessKeyLastUsed><LastUsedDate>{at:yyyy-MM-ddTHH:mm:ssZ}</LastUsedDate><ServiceName>s3</ServiceName><Region>eu-west-2</Region></AccessKeyLastUsed>",
            _ => $"<UserName>{name}</UserName><AccessKeyLastUsed><ServiceName>N/A</ServiceName><Region>N/A</Region></AccessKeyLastUsed>",
        };
    }

    public static string Details(IamInMemory iam, NameValueCollection form)
    {
        var start = int.Parse(form["Marker"] ?? "0", CultureInfo.InvariantCulture);
        var page = string.Concat(iam.Users.Skip(start).Take(iam.PageSize).Select(user => Detail(user.Key, user.Value)));
        var rest = iam.Users.Count > start + iam.PageSize ? $"<IsTruncated>true</IsTruncated><Marker>{start + iam.PageSize}</Marker>" : "<IsTruncated>false</IsTruncated>";
        return $"<UserDetailList>{page}</UserDetailList>{rest}";
    }

    private static string Detail(string name, IamUserInMemory user)
    {
        var tags = string.Concat(new[] { user.Managed ? "gatehouse" : null, user.Machine ? "gatehouse-machine" : null }.OfType<string>().Select(value => $"<member><Key>managed-by</Key><Value>{value}</Value></member>"));
        var inline = string.Concat(user.Of("inline").Select(policy => $"<member><PolicyName>{policy}</PolicyName></member>"));
        return $"<member><UserName>{name}</UserName><Tags>{tags}</Tags><UserPolicyList>{inline}</UserPolicyList></member>";
    }

    private static string Row(string name, IamUserInMemory user)
    {
        var keys = user.Of("key").Select(id => $"{(user.Inactive.Contains(id) ? "false" : "true")},{Time(user.MadeAt[id])},{(user.UsedAt.TryGetValue(id, out var used) ? $"{Time(used)},eu-west-2,s3" : "N/A,N/A,N/A")}");
        return $"{name},arn:aws:iam::111122223333:user/{name},2026-01-01T00:00:00+00:00,true,no_information,2026-01-01T00:00:00+00:00,N/A,true,{string.Join(',', keys.Concat([NoKey, NoKey]).Take(2))}";
    }

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ss+00:00", CultureInfo.InvariantCulture);
}
