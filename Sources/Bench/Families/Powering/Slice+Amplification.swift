import Judging

extension Slice {
  package static let ofAmplification: [Slice] = [.everything] + (2...6).map { .of("depth", $0...$0) }
}
