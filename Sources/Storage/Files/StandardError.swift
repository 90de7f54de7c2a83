import Foundation

/// Where warnings go.
package enum StandardError {
  package static func write(_ line: String) {
    FileHandle.standardError.write(Foundation::Data((line + "\n").utf8))
  }
}
