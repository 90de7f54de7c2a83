import Judging
import Reports

extension Findings {
  /// How many replicates of each claim miss what it requires, and of how many trainings that may be so: by Wilson's interval
  /// of a share, and by the one-sided bound of Clopper and Pearson, which assumes nothing. Controls are left out.
  func failures(of experiments: [Experiment]) throws -> DocumentTable {
    var rows: [[String]] = []
    for experiment in experiments {
      let baseline = try baseline(of: experiment)
      for claim in experiment.claims where !claim.isControl {
        let row = baseline?.scores(of: claim.subject).map { failures(of: claim, $0.scores) }
        rows.append(["\(experiment.id): \(claim.subject)"] + (row ?? ["not recorded", "", "", ""]))
      }
    }
    return DocumentTable(
      columns: [
        .words("Claim"), .numbers("Replicates"), .numbers("Miss it"), .numbers("Share of all that may (95 %)"),
        .numbers("At most (95 %)"),
      ], rows: rows)
  }

  private func failures(of claim: Claim, _ scores: [SeedScore]) -> [String] {
    let failed = scores.count { !claim.requirement.isMet(by: $0.score) }
    let share = Interval.wilson(successes: failed, of: scores.count)
    return [
      "\(scores.count)", "\(failed)", Estimate(share).bareText(as: .share),
      NumberText.percent(UnseenShare(seen: failed, of: scores.count).upper),
    ]
  }
}
