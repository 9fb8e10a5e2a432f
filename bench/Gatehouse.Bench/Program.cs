using System.Diagnostics;
using System.Globalization;
using Gatehouse.Bench;
using Gatehouse.Membership;
using Gatehouse.Register;

// Plans once for the number of people given and answers one line of JSON: how long it took from the files' bytes to the plan, and the most memory the process ever held.
var people = int.Parse(args[0], CultureInfo.InvariantCulture);
var (users, members, settings, account) = (Crowd.Users(people), Crowd.Members(people), Crowd.Settings, Crowd.Account(people));

// The code is compiled on a register of ten before it is measured on the real one.
_ = MembershipPlan.Between(RegisterReader.Read(Crowd.Users(10), Crowd.Members(10)), Crowd.Settings, Crowd.Account(10));
var before = GC.GetTotalAllocatedBytes(precise: true);
var watch = Stopwatch.StartNew();
var plan = MembershipPlan.Between(RegisterReader.Read(users, members), settings, account);
watch.Stop();
var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

using var process = Process.GetCurrentProcess();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $$"""{"people":{{people}},"changes":{{plan.Changes.Count}},"milliseconds":{{watch.Elapsed.TotalMilliseconds:0.0}},"allocatedMegabytes":{{allocated / 1e6:0.0}},"peakMegabytes":{{process.PeakWorkingSet64 / 1e6:0.0}}}"""));
