/// The claims of one experiment in a table: a title, its claims, its controls.
struct ThresholdSection: Sendable {
  let experiment: String
  let claims: [ThresholdEntry]
  let controls: [ThresholdEntry]
  private let rows: [ThresholdRow]
  private let folding: Folding

  /// - Parameter rows: all of one experiment.
  init(_ rows: [ThresholdRow], _ folding: Folding) {
    (self.rows, self.folding) = (rows, folding)
    experiment = rows[0].experiment
    claims = folding.entries(of: rows.filter { !$0.requirement.isControl })
    controls = folding.entries(of: rows.filter(\.requirement.isControl))
  }

  /// By experiment, in the order in which they first stand.
  static func sections(of rows: [ThresholdRow], _ folding: Folding) -> [ThresholdSection] {
    var groups: [[ThresholdRow]] = []
    for row in rows {
      if let place = groups.firstIndex(where: { $0[0].experiment == row.experiment }) {
        groups[place].append(row)
      } else {
        groups.append([row])
      }
    }
    return groups.map { ThresholdSection($0, folding) }
  }

  var entries: [ThresholdEntry] { claims + controls }

  /// The metric of most rows, the first of equals: rows say theirs only where it is another.
  var metric: String {
    let counts = rows.map { row in rows.count { $0.metric == row.metric } }
    return rows[counts.firstIndex(of: counts.max()!)!].metric
  }

  /// `graphs/on-path · standard · 5 seeds · squared error, lower is better`; where it is folded most, how many claims it has
  /// in place of what all experiments share.
  func title(_ profile: String?, _ style: Style) -> Line {
    var line = Line(Escape.line(experiment), .strong)
    let metric = Escape.line(metric) + direction
    let facts = folding == .kind ? [metric] + counts : [profile, seeds, metric].compactMap { $0 }
    line.append(facts.map { style.separator + $0 }.joined())
    return line
  }

  private var counts: [String] {
    let controls = rows.count(where: \.requirement.isControl)
    return [(rows.count - controls, "claim"), (controls, "control")].filter { $0.0 > 0 }.map(NumberText.plural)
  }

  private var seeds: String {
    let counts = rows.map(\.estimate.seeds)
    let (fewest, most) = (counts.min()!, counts.max()!)
    return fewest == most ? NumberText.plural(most, "seed") : "\(fewest) to \(most) seeds"
  }

  /// Nothing where what is better depends on the claim.
  private var direction: String {
    let bounds = rows.filter { $0.metric == metric }.map(\.requirement.bound)
    guard bounds.allSatisfy(\.hasDirection) else { return "" }
    if bounds.allSatisfy(\.isUpper) { return ", lower is better" }
    return bounds.contains(where: \.isUpper) ? "" : ", higher is better"
  }
}
