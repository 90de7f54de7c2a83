import Reports

extension Sample {
  static let layers = [
    "embedding", "blocks.0.attention", "blocks.0.feedForward", "blocks.1.attention", "blocks.1.feedForward", "head",
  ]

  /// 240 steps, so that two are one window.
  static let areaChart = AreaChart(
    xLabel: "step", x: (1...240).map { Double($0 * 10) },
    bands: [
      .init("helps", .help, (1...240).map { 0.5 + 0.2 / Double($0) }),
      .init("exactly 0", .zero, (1...240).map { 0.1 - 0.1 / Double($0) }),
      .init("hurts", .hurt, (1...240).map { 0.4 - 0.1 / Double($0) }),
    ],
    curve: .init("loss", (1...240).map { 2 / Double($0) }, scale: .log))

  static let barChart = BarChart(
    categories: layers,
    series: [
      .init(
        "train",
        [-0.0123, -0.031, -0.0082, -0.0401, -0.0214, 0.0011].map {
          .init($0, interval: Interval($0 - 0.004, $0 + 0.003))
        }),
      .init("longer paths", [0.0031, -0.0124, 0, 0.0172, -0.0009, 0.0261].map { .init($0) }),
    ], valueLabel: "change of the loss")

  static let signedHistogram = SignedHistogram(
    exponents: -12...0, negative: [31, 0, 1, 7, 40, 311, 2907, 18_211, 60_001, 71_340, 9120, 402, 3, 0],
    zero: 35_000, positive: [29, 0, 0, 6, 51, 290, 2800, 17_002, 58_220, 66_101, 8011, 377, 12, 1])

  static let raster = Raster(
    rows: layers.enumerated().map { index, name in
      .init(name, peaks: (1...19).map { $0 * (37 + 11 * index) }.filter { $0 <= 900 } + (index > 1 ? [950] : []))
    }, steps: 0...1000, xLabel: "step")

  static let signedHeatMap = SignedHeatMap(
    rowTitle: "layer", rows: layers, columnTitle: "set", columns: ["train", "same", "longer paths"],
    values: [
      [-0.0123, -0.0119, 0.0031], [-0.031, -0.0304, -0.0124], [-0.0082, -0.008, 0], [-0.0401, -0.0377, 0.0172],
      [-0.0214, -0.0211, -0.0009], [0.0011, 0.0013, 0.0261],
    ])

  static let squareHeatMap = SignedHeatMap(
    rowTitle: "layer", rows: layers, columnTitle: "layer", columns: layers,
    values: layers.indices.map { row in layers.indices.map { row == $0 ? 1 : Double((row + 1) * ($0 - 3)) / 20 } })
}
