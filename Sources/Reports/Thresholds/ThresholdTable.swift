/// Every judged claim of a run. A person should see in ten seconds what failed, why, and what to type.
///
/// On a terminal the end stays in sight, so there failing claims come last; on a page the top does, so there they come
/// first. Otherwise the order of the rows is kept.
package struct ThresholdTable: Equatable, Sendable {
  package var rows: [ThresholdRow]
  /// How long the run took.
  package var seconds: Double?

  package init(rows: [ThresholdRow], seconds: Double? = nil) {
    self.rows = rows
    self.seconds = seconds
  }

  var failing: [ThresholdRow] { rows.filter(\.mark.isFailing) }

  var standing: [ThresholdRow] { rows.filter { !$0.mark.isFailing } }
}

extension ThresholdTable {
  /// `2 claims, 1 control: 3 passed, 0 failed · 5 seeds each · 212 s`
  package func summary(_ style: Style = .plain) -> String {
    let parts = [verdicts, seeds, seconds.map(DurationText.seconds)].compactMap { $0 }
    return parts.joined(separator: style.separator)
  }

  private var verdicts: String {
    guard !rows.isEmpty else { return "0 claims: nothing was judged" }
    let controls = rows.filter(\.requirement.isControl).count
    let judged = [(rows.count - controls, "claim"), (controls, "control")].filter { $0.0 > 0 }
    let newlyFailing = rows.filter { $0.mark == .newlyFailing }.count
    let notComparable = rows.filter { $0.mark == .notComparable }.count
    var verdicts = [
      "\(NumberText.count(standing.count - notComparable)) passed",
      "\(NumberText.count(failing.count)) failed" + (newlyFailing > 0 ? " (\(newlyFailing) newly)" : ""),
    ]
    if notComparable > 0 { verdicts.append("\(notComparable) not comparable") }
    return judged.map(NumberText.plural).joined(separator: ", ") + ": " + verdicts.joined(separator: ", ")
  }

  private var seeds: String? {
    let counts = rows.map(\.estimate.seeds)
    guard let fewest = counts.min(), let most = counts.max() else { return nil }
    if fewest == most { return NumberText.plural(most, "seed") + (rows.count > 1 ? " each" : "") }
    return "\(fewest) to \(most) seeds"
  }

  /// Says what the less usual marks in this table mean.
  func legend(_ style: Style) -> [String] {
    let usual: [Mark] = [.passed, .failed]
    return Mark.allCases.filter { mark in !usual.contains(mark) && rows.contains { $0.mark == mark } }
      .map { "\($0.symbol(style)) \($0.meaning)" }
  }
}
