/// The widths that align the first lines of all rows.
struct ThresholdColumns {
  /// A name longer than this widens no column: its own row goes out of line instead of all others.
  static let longestAligned = 36

  private let style: Style
  private let experiment: Int
  private let subject: Int
  private let metric: Int
  private let mean: Int
  private let interval: Int
  private let seeds: Int
  private let requirement: Int

  init(_ rows: [ThresholdRow], style: Style) {
    func widest(_ text: (ThresholdRow) -> String) -> Int {
      rows.map { text($0).columns }.filter { $0 <= Self.longestAligned }.max() ?? 0
    }
    self.style = style
    experiment = widest { Escape.line($0.experiment) }
    subject = widest { Escape.line($0.subject) }
    metric = widest { Escape.line($0.metric) }
    mean = widest { $0.estimate.texts.mean }
    interval = widest { $0.estimate.texts.interval }
    seeds = widest(\.seedsText)
    requirement = widest(\.requirement.text)
  }

  /// The groups of columns of one row; a line may break between them.
  func chunks(of row: ThresholdRow) -> [Line] {
    let texts = row.estimate.texts
    var claim = Line("\(row.mark.symbol(style)) ", row.mark.tint)
    claim.append(Escape.line(row.experiment).padded(to: experiment), row.mark.isFailing ? .bad : .strong)
    claim.append("  " + Escape.line(row.subject).padded(to: subject))
    var measured = Line(Escape.line(row.metric).padded(to: metric))
    measured.append(" " + texts.mean.paddedLeft(to: mean), .strong)
    if interval > 0 { measured.append(" " + texts.interval.padded(to: interval)) }
    measured.append(" " + "(\(row.seedsText))".padded(to: seeds + 2), .quiet)
    let required = Line(row.requirement.text.padded(to: requirement))
    let baseline = row.baseline.map { Line("baseline \(NumberText.significant($0))", .quiet) }
    return [claim, measured, required] + (baseline.map { [$0] } ?? [])
  }
}
