import Seeds

@testable import Instruments

/// Runs whose losses are made by a formula and, where asked, seeds.
enum ScalingSamples {
  /// The constants that were fitted again to the published runs (Besiroglu et al. 2024).
  static func published(size: Double, data: Double) -> Double {
    1.8172 + 482.01 * Elementary.power(size, -0.3478) + 2085.43 * Elementary.power(data, -0.3658)
  }

  static let publishedSizes = ComputeFrontier.grid(5e7...1.6e10, count: 19)
  static let publishedData = ComputeFrontier.grid(1e8...1e11, count: 3)

  static func runs(
    sizes: [Double], data: [Double], replicates: Int = 1,
    loss: (_ size: Double, _ data: Double, _ replicate: Int) -> Double
  ) -> [ScalingRun] {
    sizes.flatMap { size in
      (0..<replicates).map { replicate in
        ScalingRun(
          size: size, replicate: replicate,
          readings: data.indices.map { index in
            ScalingReading(
              step: index + 1, data: data[index], compute: 6 * size * data[index],
              loss: loss(size, data[index], replicate))
          })
      }
    }
  }

  /// A run's readings share half of the noise's variance: they are one run's.
  static func noisy(
    sizes: [Double], data: [Double], replicates: Int, noise: Double, seed: UInt64, loss: (Double, Double) -> Double
  ) -> [ScalingRun] {
    var generator = Seed(root: seed).generator()
    return runs(sizes: sizes, data: data, replicates: replicates) { size, data, _ in loss(size, data) }.map { run in
      let shared = Draw.normal(using: &generator)
      return ScalingRun(
        size: run.size, replicate: run.replicate,
        readings: run.readings.map { reading in
          let own = Draw.normal(using: &generator)
          return ScalingReading(
            step: reading.step, data: reading.data, compute: reading.compute,
            loss: reading.loss * Elementary.exponential(noise * (shared + own) / 2.0.squareRoot()))
        })
    }
  }

  /// One number of each run made another.
  static func replacingLoss(_ runs: [ScalingRun], with loss: Double) -> [ScalingRun] {
    runs.map { run in
      ScalingRun(
        size: run.size, replicate: run.replicate,
        readings: run.readings.enumerated().map { index, reading in
          ScalingReading(
            step: reading.step, data: reading.data, compute: reading.compute, loss: index == 1 ? loss : reading.loss)
        })
    }
  }
}
