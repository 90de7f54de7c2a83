import Instruments
import Judging
import Learning
import Reports
import Results

/// What instruments saw, drawn. A picture of steps is of the first replicate: a mean over replicates would blur what a step is.
extension TrainedExperiment {
  /// Which part of the parameters helps by which loss and along what: an arm a row.
  func factors() -> DocumentPart {
    let observers: [AllocationObserver] = [.batch(.point), .batch(.integrated), .whole(.point), .whole(.integrated)]
    let numbers = Dictionary(uniqueKeysWithValues: readingTable.rows.map { ($0[0], $0[1]) })
    return .table(
      DocumentTable(
        columns: [.words("Optimizer")] + observers.map { .numbers($0.words) },
        rows: FactorsInstrument.arms.map { arm in
          [arm.rawValue] + observers.map { numbers["helping: \(arm.rawValue), \($0.words)"] ?? "" }
        }))
  }

  /// All numbers that its instrument reads.
  func allReadings() -> DocumentPart { .table(readingTable.document) }

  private var readingTable: ReadingTable { ReadingTable(readings) }

  /// The parts of the parameters that help, hurt and do neither, step by step, beside the loss.
  func helpAndHurt() -> DocumentPart {
    let (stage, watch) = first
    let reading = stage.allocation.unchecked(stage.allocation.plan.observers[0])
    let all = reading.parameterCount
    func share(_ count: KeyPath<StepSums, Int>) -> [Double] { reading.sums.map { Double($0[keyPath: count]) / all } }
    let helping = share(\.helping)
    let zero = share(\.zeros)
    let chart = AreaChart(
      xLabel: "step", x: reading.steps.indices.map { Double($0 + 1) },
      bands: [
        .init("helps", .help, helping), .init("neither", .zero, zero),
        .init("hurts", .hurt, zip(helping, zero).map { 1 - $0 - $1 }),
      ], curve: .init("loss", reading.steps.map { $0.losses[0] }, scale: .log))
    return picture("help and hurt", title: "\(watch.stage), replicate 0: parameters that help and hurt") {
      chart.svg(title: $0)
    }
  }

  /// How large the entries of all parameters are over the whole run.
  func entries() -> DocumentPart {
    let (stage, watch) = first
    var histogram = SignedHistogram(exponents: -9...2)
    let reading = stage.allocation.unchecked(stage.allocation.plan.observers[0])
    for total in reading.parameters.totals { histogram.add(total) }
    return picture("entries", title: "\(watch.stage), replicate 0: what each parameter did to the loss") {
      histogram.svg(title: $0)
    }
  }

  /// At which steps each layer learns most.
  func peaks() -> DocumentPart {
    let (stage, watch) = first
    let layers = experiment.model.layout.layers
    let reading = stage.allocation.unchecked(stage.allocation.plan.observers[0])
    let late = experiment.plan.stage(named: watch.stage).recipe.steps / 4
    let synchrony = Synchrony(of: reading.series(of: layers).map { Array($0[late...]) })
    let raster = Raster(
      rows: zip(layers, synchrony.peaks).map { layer, peaks in .init(layer.name, peaks: peaks.map { $0 + late + 1 }) },
      steps: late + 1...reading.steps.count, xLabel: "step")
    return picture("peaks", title: "\(watch.stage), replicate 0: the 20 steps at which each layer learns most") {
      raster.svg(title: $0)
    }
  }

  /// What each layer did to each set's loss: the mean over replicates with its interval.
  func layersBySet() -> DocumentPart {
    let watch = experiment.instrumentation!.instrument.watches[0]
    let layers = experiment.model.layout.layers
    let bars = watch.sets.indices.map { set in
      let sums = sightings.map { seen in
        seen(watch).allocation.unchecked(AllocationObserver(.set(set), .integrated)).sums(of: layers)
      }
      return BarChart.Series(
        watch.sets[set].name,
        layers.indices.map { layer in
          let interval = Interval.ofMean(sums.map { $0[layer] })
          return BarChart.Bar(
            interval.estimate,
            interval: interval.count > 1 ? Reports.Interval(interval.lower, interval.upper) : nil)
        })
    }
    let chart = BarChart(categories: layers.map(\.name), series: bars, valueLabel: "change of the loss")
    return picture("layers", title: "\(watch.stage): what each layer did to each set's loss") { chart.svg(title: $0) }
  }

  /// Of what the layers did to a set's loss in a stage, the part of each: the mean over replicates. Of a set whose change is not
  /// accounted for in every replicate, nothing.
  func layersByStage() -> DocumentPart {
    let layers = experiment.model.layout.layers
    let watches = experiment.instrumentation!.instrument.watches
    let rows = watches.flatMap { watch in watch.sets.indices.map { (watch: watch, set: $0) } }
      .filter { row in sightings.allSatisfy { $0(row.watch).allocation.completeness(ofSet: row.set).holds } }
    let shares = rows.map { row in
      let sums = sightings.map { seen in
        seen(row.watch).allocation.unchecked(AllocationObserver(.set(row.set), .integrated)).sums(of: layers)
      }
      let means = layers.indices.map { layer in sums.map { $0[layer] }.mean }
      let all = means.reduce(0) { $0 + abs($1) }
      return means.map { all == 0 ? 0 : $0 / all }
    }
    let map = SignedHeatMap(
      rowTitle: "stage: set", rows: rows.map { "\($0.watch.stage): \($0.watch.sets[$0.set].name)" },
      columnTitle: "layer", columns: layers.map(\.name), values: shares)
    return picture("layers by stage", title: "which layers changed each set's loss, stage by stage") {
      map.svg(title: $0)
    }
  }

  /// What each class of a batch's examples did to each class of the set: the mean over replicates.
  func classes() -> DocumentPart {
    let names = ExamplesInstrument.classes
    let values = names.map { from in
      names.map { to in
        readings.map { numbers in numbers.first { $0.name == "\(from) on \(to)" }!.value }.mean
      }
    }
    let map = SignedHeatMap(
      rowTitle: "examples of the batch", rows: names, columnTitle: "examples of the set", columns: names, values: values
    )
    return picture("classes", title: "what examples at each distance did to the loss of others") { map.svg(title: $0) }
  }

  private var first: (stage: WatchedStage, watch: StageWatch) {
    let watch = experiment.instrumentation!.instrument.watches[0]
    return (sightings[0](watch), watch)
  }
}
