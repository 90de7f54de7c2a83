extension ThresholdTable {
  /// `2 claims hold, 7 controls miss · same bits as the baseline · trained in 212 s`
  package func summary(_ style: Style = .plain) -> String {
    [verdicts, sharedMark, time].compactMap { $0 }.joined(separator: style.separator)
  }

  private var verdicts: String {
    guard !rows.isEmpty else { return "no claims: nothing was judged" }
    let claims = verdict(on: rows.filter { !$0.requirement.isControl }, "claim", ("holds", "hold"), ("fails", "fail"))
    let controls = verdict(
      on: rows.filter(\.requirement.isControl), "control", ("misses", "miss"), ("does not miss", "do not miss"))
    let newlyFailing = rows.count { $0.mark == .newlyFailing }
    let newly = newlyFailing > 0 ? " (\(newlyFailing) newly)" : ""
    return [claims, controls].compactMap { $0 }.joined(separator: ", ") + newly
  }

  /// `3 claims hold`, `1 of 3 claims fails`; nil where there is none.
  private func verdict(
    on rows: [ThresholdRow], _ noun: String, _ good: (String, String), _ bad: (String, String)
  ) -> String? {
    guard !rows.isEmpty else { return nil }
    let all = NumberText.plural(rows.count, noun)
    let failing = rows.count(where: \.mark.isFailing)
    guard failing > 0 else { return "\(all) \(rows.count == 1 ? good.0 : good.1)" }
    let some = failing == rows.count ? all : "\(NumberText.count(failing)) of \(all)"
    return "\(some) \(failing == 1 ? bad.0 : bad.1)"
  }

  /// What all marks mean, where all are the same.
  private var sharedMark: String? {
    guard let mark = rows.first?.mark, mark != .passed, !mark.isFailing, rows.allSatisfy({ $0.mark == mark }) else {
      return nil
    }
    return mark.meaning
  }

  private var time: String? {
    guard let seconds else { return nil }
    let text = DurationText.seconds(seconds)
    return isTrained.map { $0 ? "trained in \(text)" : "from kept runs in \(text)" } ?? text
  }

  /// Says what the less usual marks in this table mean, where the summary does not.
  func legend(_ style: Style) -> [String] {
    guard sharedMark == nil else { return [] }
    return Mark.allCases.filter { mark in !Self.usual.contains(mark) && rows.contains { $0.mark == mark } }
      .map { "\($0.symbol(style)) \($0.meaning)" }
  }

  private static let usual: [Mark] = [.passed, .failed]
}
