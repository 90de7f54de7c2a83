/// Signed numbers of several series for each of several categories: the loss change of each layer, on each set.
///
/// A bar to the left of zero helps, one to the right hurts.
package struct BarChart: Equatable, Sendable {
  package struct Bar: Equatable, Sendable {
    package let value: Double
    package let interval: Interval?

    package init(_ value: Double, interval: Interval? = nil) {
      self.value = value
      self.interval = interval
    }
  }

  package struct Series: Equatable, Sendable {
    package let name: String
    /// One for each category.
    package let bars: [Bar]

    package init(_ name: String, _ bars: [Bar]) {
      self.name = name
      self.bars = bars
    }
  }

  /// From the top down.
  package let categories: [String]
  /// Rows within each category; a single one is not named beside its bars.
  package let series: [Series]
  /// What the numbers are: `loss change`.
  package let valueLabel: String

  package init(categories: [String], series: [Series], valueLabel: String) {
    for series in series {
      precondition(
        series.bars.count == categories.count,
        "\(categories.count) categories have no \(series.bars.count) bars of \(series.name)")
      for (category, bar) in zip(categories, series.bars) {
        precondition(bar.value.isFinite, "a bar has a finite length, not \(bar.value) as \(series.name) of \(category)")
        guard let interval = bar.interval else { continue }
        precondition(
          interval.lower.isFinite && interval.upper.isFinite && interval.lower <= interval.upper,
          "an interval is finite and not turned around, unlike \(interval) as \(series.name) of \(category)")
      }
    }
    self.categories = categories
    self.series = series
    self.valueLabel = valueLabel
  }
}

extension BarChart {
  /// A row of the drawing.
  struct Row: Equatable {
    var category: String
    var series: String
    var bar: Bar
    /// Whether it is the category's first.
    var isFirst: Bool

    /// Everything in words.
    var tip: String {
      let interval = bar.interval.map {
        " [\(NumberText.significant($0.lower)), \(NumberText.significant($0.upper))]"
      }
      return "\(category), \(series): \(NumberText.significant(bar.value))\(interval ?? "")"
    }

    var end: String {
      "\(NumberText.significant(bar.value)) (\(SVG.label(category)), \(SVG.label(series)))"
    }
  }

  var rows: [Row] {
    categories.indices.flatMap { category in
      series.indices.map { index in
        Row(
          category: categories[category], series: series[index].name, bar: series[index].bars[category],
          isFirst: index == 0)
      }
    }
  }

  /// Covers every bar with its interval, and zero.
  var axis: Axis {
    let ends = rows.flatMap { [$0.bar.value] + ($0.bar.interval.map { [$0.lower, $0.upper] } ?? []) }
    return Axis(.linear, covering: [0] + ends)
  }

  var summary: String {
    let rows = rows
    guard
      let least = rows.min(by: { $0.bar.value < $1.bar.value }),
      let most = rows.max(by: { $0.bar.value < $1.bar.value })
    else { return "No bars." }
    return "\(SVG.label(valueLabel)) from \(least.end) to \(most.end)"
  }
}
